package org.dongvon.report.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.dongvon.ledger.BooksByTwo;
import org.dongvon.organisation.Units;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.balance.TrialBalanceStatement.Part;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The trial balance of docs/domain/accounting.md: the same from entries and from locked months. */
@PostgresTest
class TrialBalanceDbTest extends BooksByTwo {

    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

    /** Code, opening, debit, credit, closing. */
    private static final String OF_THE_PAGE = """
            BANK 0 900004000000 15000000 899989000000
            OTHER_PAYABLE 0 0 1000000 -1000000
            POLICY_CAPITAL 0 0 900000000000 -900000000000
            OPERATING_INCOME 0 0 4000000 -4000000
            OPERATING_EXPENSE 0 16000000 0 16000000""";

    private final TrialBalanceReport report;

    TrialBalanceDbTest(ApplicationContext beans, TrialBalanceReport report) {
        super(beans);
        this.report = report;
    }

    private TrialBalanceStatement over(LocalDate from, LocalDate to) {
        return report.over(accountant, beans.getBean(Units.class).byCode(code), from, to);
    }

    private String lines(LocalDate from, LocalDate to) {
        return over(from, to).lines().stream()
                .map(line -> "%s %d %d %d %d"
                        .formatted(
                                line.code(),
                                line.figures().opening().amount(),
                                line.figures().debit().amount(),
                                line.figures().credit().amount(),
                                line.figures().closing().amount()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void isThatOfThePageBeforeAndAfterTheLock() {
        vouchersOfApril();
        assertThat(lines(APRIL, APRIL_END)).isEqualTo(OF_THE_PAGE);
        var total = over(APRIL, APRIL_END).total(Part.SHEET);
        assertThat(total.debit().amount()).isEqualTo(900_020_000_000L);
        assertThat(total.credit()).isEqualTo(total.debit());
        assertThat(total.closingDebit()).isEqualTo(total.closingCredit());
        var part = lines(DAY.plusDays(1), APRIL_END);
        var after = lines(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 3));

        lock("2024-04");
        assertThat(lines(APRIL, APRIL_END)).isEqualTo(OF_THE_PAGE);
        assertThat(lines(DAY.plusDays(1), APRIL_END))
                .isEqualTo(part)
                .contains("OPERATING_EXPENSE 15000000 1000000 0 16000000");
        assertThat(lines(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 3)))
                .isEqualTo(after)
                .contains("OPERATING_EXPENSE 16000000 0 0 16000000");
        assertThat(lines(APRIL, LocalDate.of(2024, 5, 3))).isEqualTo(OF_THE_PAGE);
    }

    @Test
    void aPeriodRunsForward() {
        assertRefused(() -> over(DAY.plusDays(1), DAY), ReportRefusal.PERIOD_BACKWARDS);
        assertThat(over(DAY, DAY).lines()).hasSize(2);
    }
}
