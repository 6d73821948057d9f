package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;

/**
 * A debt at risk as the papers of group XLN tell it.
 *
 * @param disbursed what was paid out
 * @param day on which it is owed
 * @param principal what of it is owed
 * @param interest interest not paid on that day
 * @param loss what the project lost
 */
public record RiskDebt(
        String loan, String programme, Dong disbursed, LocalDate day, Dong principal, Dong interest, Loss loss) {

    public Dong all() {
        return principal.plus(interest);
    }

    /**
     * What a project lost.
     *
     * @param cause in words
     * @param damage what is gone
     * @param project the loan and the household's own
     * @param percent as printed, without its sign: {@code 39,99}
     */
    public record Loss(String cause, Dong damage, Dong project, String percent) {}
}
