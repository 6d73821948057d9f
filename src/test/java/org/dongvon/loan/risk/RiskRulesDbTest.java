package org.dongvon.loan.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.Golden;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a loss allows, by the rules as shipped; docs/domain/risk.md. */
@PostgresTest
class RiskRulesDbTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private final Programmes programmes;

    RiskRulesDbTest(Programmes programmes) {
        this.programmes = programmes;
    }

    static List<Golden.Row> measures() {
        return Golden.rows("risk/measure");
    }

    @ParameterizedTest
    @MethodSource("measures")
    void theLossSaysWhatIsAllowed(Golden.Row row) {
        var rules = new RiskRules(programmes.current().parameters(), TODAY);
        int months = Integer.parseInt(row.text("months"));
        var asked = new RiskRules.Asked(
                Cause.valueOf(row.text("cause")),
                new Loss(new Dong(Long.parseLong(row.text("damage"))), new Dong(Long.parseLong(row.text("project")))),
                Measure.valueOf(row.text("measure")),
                months);
        var before = new RiskRules.Before(Integer.parseInt(row.text("before")), false, false);

        if (row.text("answer").startsWith("RISK")) {
            refused(RiskRefusal.valueOf(row.text("answer")), () -> rules.check(asked, before));
        } else {
            rules.check(asked, before);
            assertThat(rules.mostMonths(asked, before)).isEqualTo(Integer.parseInt(row.text("answer")));
        }
    }

    @Test
    void theListOfCausesIsThatOfTheDay() {
        var book = programmes.current().parameters();
        var asked = new RiskRules.Asked(Cause.OVERSEAS_WORK, new Loss(new Dong(50), new Dong(100)), Measure.FREEZE, 12);
        var before = new RiskRules.Before(0, false, false);

        refused(
                RiskRefusal.RISK_CAUSE_NOT_LISTED,
                () -> new RiskRules(book, LocalDate.of(2021, 5, 18)).check(asked, before));
        new RiskRules(book, LocalDate.of(2021, 5, 19)).check(asked, before);
        refused(RiskRefusal.RISK_DAMAGE_ABOVE_PROJECT, () -> new Loss(new Dong(101), new Dong(100)));
        refused(
                RiskRefusal.RISK_FREEZE_RUNS,
                () -> new RiskRules(book, TODAY).check(asked, new RiskRules.Before(12, true, false)));
    }

    @Test
    void aThirdFreezeWaitsUntilTheSecondHasBegun() {
        var rules = new RiskRules(programmes.current().parameters(), TODAY);
        var loss = new Loss(new Dong(50), new Dong(100));
        var asked = new RiskRules.Asked(Cause.DISASTER, loss, Measure.FURTHER_FREEZE, 12);

        refused(RiskRefusal.RISK_FURTHER_FREEZE_WAITS, () -> rules.check(asked, new RiskRules.Before(12, true, true)));
        rules.check(asked, new RiskRules.Before(12, true, false));
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
