package org.dongvon.report.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.BooksByTwo;
import org.dongvon.organisation.Units;
import org.dongvon.report.balance.ProgrammeBalanceStatement.Account;
import org.dongvon.report.balance.ProgrammeBalanceStatement.Share;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.report.balance.TrialBalanceStatement.Line;
import org.dongvon.shared.text.Label;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Each account of the trial balance by programme, to the đồng, before and after a month is locked and a year carried over. */
@PostgresTest
class ProgrammeBalanceDbTest extends BooksByTwo {

    private static final LocalDate JUNE = LocalDate.of(2024, 6, 18);

    private final ProgrammeBalanceReport report;
    private final TrialBalanceReport whole;

    ProgrammeBalanceDbTest(ApplicationContext beans, ProgrammeBalanceReport report, TrialBalanceReport whole) {
        super(beans);
        this.report = report;
        this.whole = whole;
    }

    private ProgrammeBalanceStatement over(LocalDate from, LocalDate to) {
        var unit = beans.getBean(Units.class).byCode(code);
        var statement = report.over(accountant, unit, from, to);
        assertThat(statement.whole()).isEqualTo(whole.over(accountant, unit, from, to));
        assertThat(statement.accounts()).hasSameSizeAs(statement.whole().lines());
        return statement;
    }

    /** Programme, opening, debit, credit, closing. */
    private static String shares(ProgrammeBalanceStatement statement, String account) {
        return statement.accounts().stream()
                .filter(each -> each.line().code().equals(account))
                .flatMap(each -> each.shares().stream())
                .map(share -> "%s %d %d %d %d"
                        .formatted(
                                share.programme(),
                                share.figures().opening().amount(),
                                share.figures().debit().amount(),
                                share.figures().credit().amount(),
                                share.figures().closing().amount()))
                .collect(Collectors.joining(", "));
    }

    /** Two loans of 50 million of one programme and one of another; one of them pays interest and 7 million back in June. */
    private long lendAndCollect() {
        var april = VillageDay.open(beans, village);
        var poor = april.lend(1, 2, "HONGHEO");
        april.lend(2, 1, "CANNGHEO");
        april.end();
        VillageDay.close(beans, village, JUNE.minusDays(1));
        var june = VillageDay.open(beans, village);
        long interest = june.repay(poor, 0, 7_000_000);
        june.end();
        return interest;
    }

    @Test
    void takesEachAccountApart() {
        long interest = lendAndCollect();

        var statement = over(LocalDate.of(2024, 5, 1), JUNE);

        assertThat(shares(statement, "LOAN_IN_TERM"))
                .isEqualTo("CANNGHEO 50000000 0 0 50000000, HONGHEO 100000000 0 7000000 93000000");
        assertThat(shares(statement, "INTEREST_INCOME")).isEqualTo("HONGHEO 0 0 %1$d -%1$d".formatted(interest));
        assertThat(shares(statement, "POLICY_CAPITAL")).startsWith("- ");
        assertThat(statement.rows()).contains(row("HONGHEO", "LOAN_IN_TERM", "closing", 93_000_000));
    }

    private static org.dongvon.report.Statement.Row row(String section, String code, String measure, long value) {
        return org.dongvon.report.Statement.Row.of(section, code, measure, value);
    }

    @Test
    void isTheSameWhenMonthsAreLocked() {
        lendAndCollect();
        var before = over(LocalDate.of(2024, 4, 20), JUNE);

        lock("2024-04");
        lock("2024-05");

        assertThat(over(LocalDate.of(2024, 4, 20), JUNE)).isEqualTo(before);
    }

    @Test
    void refusesSharesThatAreNotTheAccount() {
        var line = new Line("CASH", null, Label.same("Tiền mặt"), "ASSET", figures(10));
        var share = new Share("HONGHEO", Label.same("Hộ nghèo"), figures(9));

        assertThatThrownBy(() -> new Account(line, List.of(share)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CASH: programmes come to 0, 9, 0");
    }

    private static Figures figures(long debit) {
        return Figures.of(Dong.ZERO, new Dong(debit), Dong.ZERO);
    }
}
