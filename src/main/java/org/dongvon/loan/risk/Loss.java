package org.dongvon.loan.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;

/**
 * What a project lost, over all that was put into it. Example: 39 999 999 đ of 100 000 000 đ is below 40 %, and is shown
 * as 39,99 %.
 *
 * @param damage what is gone
 * @param project the loan and the household's own
 */
public record Loss(Dong damage, Dong project) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * The loss.
     *
     * @throws Refused {@link RiskRefusal#RISK_DAMAGE_ABOVE_PROJECT}
     */
    public Loss {
        if (damage.isNegative() || !project.isPositive() || damage.compareTo(project) > 0) {
            throw new Refused(RiskRefusal.RISK_DAMAGE_ABOVE_PROJECT, damage, project);
        }
    }

    /** Exact: damage × 100 ≥ project × percent. */
    boolean isAtLeast(BigDecimal percent) {
        var lost = BigDecimal.valueOf(damage.amount()).multiply(WHOLE);
        return lost.compareTo(BigDecimal.valueOf(project.amount()).multiply(percent)) >= 0;
    }

    /** The percentage for people, cut after two decimals so that it never reads as more than it is: 39,99. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(damage.amount())
                .multiply(WHOLE)
                .divide(BigDecimal.valueOf(project.amount()), 2, RoundingMode.DOWN);
    }
}
