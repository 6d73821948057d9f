package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleGoldenTest {

    static List<Golden.Row> aligned() {
        return Golden.rows("schedule/aligned");
    }

    static List<Golden.Row> terms() {
        return Golden.rows("schedule/terms");
    }

    static List<Golden.Row> students() {
        return Golden.rows("schedule/student-terms");
    }

    static List<Golden.Row> waterfall() {
        return Golden.rows("schedule/waterfall");
    }

    @ParameterizedTest
    @MethodSource("aligned")
    void alignsAContractDateToTheSession(Golden.Row row) {
        var session = new SessionDay(row.number("session day"));
        var contract = row.date("contract date");

        assertThat(DueRule.ON_OR_BEFORE.align(contract, session)).isEqualTo(row.date("on or before"));
        assertThat(DueRule.STRICTLY_BEFORE.align(contract, session)).isEqualTo(row.date("strictly before"));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void dividesALoanIntoInstalments(Golden.Row row) {
        assertThat(LoanSchedule.equalInstalments(termsOf(row))).isEqualTo(expected("schedule/instalments", row));
    }

    @ParameterizedTest
    @MethodSource("students")
    void datesAStudentsLoan(Golden.Row row) {
        var term = new StudentTerm(row.date("first paid out"), row.date("course ends"), row.number("times"));
        var expected = expected("schedule/student-instalments", row);

        assertThat(ChronoUnit.DAYS.between(term.firstDisbursed(), term.courseEnds()))
                .isEqualTo(row.number("days"));
        assertThat(term.firstDue()).isEqualTo(row.date("first"));
        assertThat(term.finalDue()).isEqualTo(row.date("final"));
        assertThat(term.months()).isEqualTo(row.number("months"));
        var amount = Dong.sum(expected.stream().map(Instalment::amount).toList());
        assertThat(LoanSchedule.onDates(
                        amount,
                        term.contractDates(12),
                        term.firstDisbursed(),
                        new SessionDay(25),
                        DueRule.ON_OR_BEFORE))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("waterfall")
    void derivesWhatIsPaid(Golden.Row row) {
        var schedule = LoanSchedule.equalInstalments(termsOf(terms().getFirst()));
        var waterfall = new Waterfall(schedule, row.dong("settled"));

        assertThat(waterfall.states())
                .extracting(InstalmentState::paid)
                .containsExactly(row.dong("paid 1"), row.dong("paid 2"), row.dong("paid 3"));
        assertThat(waterfall.dueBy(row.date("day"))).isEqualTo(row.dong("due by the day"));
        assertThat(waterfall.earliestUnpaid().map(Object::toString).orElse("none"))
                .isEqualTo(row.text("earliest unpaid"));
        assertThat(waterfall.remaining()).isEqualTo(row.dong("remaining"));
    }

    private static ScheduleTerms termsOf(Golden.Row row) {
        return new ScheduleTerms(
                row.dong("amount"),
                row.number("months"),
                row.number("interval"),
                row.date("disbursed"),
                new SessionDay(row.number("session day")),
                DueRule.valueOf(row.text("rule")),
                row.number("free"));
    }

    private static List<Instalment> expected(String table, Golden.Row of) {
        return Golden.rows(table).stream()
                .filter(row -> row.text("case").equals(of.text("case")))
                .map(row -> new Instalment(
                        row.number("seq"), row.date("contract date"), row.date("due date"), row.dong("amount")))
                .toList();
    }

    @Test
    void eachLaterPartGoesToWhatIsStillToCome() {
        List<Instalment> plan = List.of();
        for (var row : Golden.rows("disbursement/parts")) {
            var paidOn = row.date("paid on");
            plan = plan.isEmpty()
                    ? LoanSchedule.equalInstalments(new ScheduleTerms(
                            row.dong("part"), 60, 12, paidOn, new SessionDay(15), DueRule.ON_OR_BEFORE))
                    : LoanSchedule.withPart(plan, row.dong("part"), paidOn);

            assertThat(plan)
                    .extracting(Instalment::amount)
                    .containsExactlyElementsOf(Stream.of(2025, 2026, 2027, 2028, 2029)
                            .map(year -> row.dong("15/03/" + year))
                            .toList());
        }
        var last = plan.getLast().dueDate();
        var all = plan;
        assertThatThrownBy(() -> LoanSchedule.withPart(all, Dong.of(1), last))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LoanSchedule.withPart(all, Dong.of(1), last.minusDays(1))
                        .getLast()
                        .amount())
                .isEqualTo(Dong.of(100_000_001));
    }
}
