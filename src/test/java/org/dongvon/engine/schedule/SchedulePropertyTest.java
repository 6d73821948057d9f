package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

class SchedulePropertyTest {

    private static final int CASES = 500;

    private static ScheduleTerms terms(Random random, int size) {
        int months = 1 + random.nextInt(size * 6);
        int interval = 1 + random.nextInt(random.nextBoolean() ? 2 : 14);
        return new ScheduleTerms(
                Dong.of(1 + random.nextInt(random.nextBoolean() ? 100_000_000 : 2_000_000)),
                months,
                interval,
                LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800)),
                new SessionDay(random.nextBoolean() ? 28 + random.nextInt(4) : 1 + random.nextInt(31)),
                random.nextBoolean() ? DueRule.ON_OR_BEFORE : DueRule.STRICTLY_BEFORE,
                random.nextBoolean() ? 0 : random.nextInt(months));
    }

    @Test
    void instalmentsAddUpToTheAmount() {
        Seeded.check(CASES, (random, size) -> {
            var terms = terms(random, size);

            var schedule = LoanSchedule.equalInstalments(terms);

            assertThat(Dong.sum(schedule.stream().map(Instalment::amount).toList()))
                    .isEqualTo(terms.amount());
            var last = schedule.getLast().amount();
            var shares = schedule.subList(0, schedule.size() - 1);
            assertThat(shares).allSatisfy(each -> {
                assertThat(each.amount())
                        .isEqualTo(schedule.getFirst().amount())
                        .isLessThanOrEqualTo(last);
                assertThat(each.amount().amount() % LoanSchedule.ROUNDING_STEP).isZero();
            });
        });
    }

    @Test
    void contractDatesStandOnTheDayOfDisbursementAndEndWithTheTerm() {
        Seeded.check(CASES, (random, size) -> {
            var terms = terms(random, size);

            var schedule = LoanSchedule.equalInstalments(terms);

            assertThat(schedule.getLast().contractDate())
                    .isEqualTo(terms.disbursed().plusMonths(terms.months()));
            for (var each : schedule) {
                var date = each.contractDate();
                assertThat(date.getDayOfMonth())
                        .isEqualTo(Math.min(terms.disbursed().getDayOfMonth(), date.lengthOfMonth()));
            }
            assertThat(schedule.getFirst().contractDate())
                    .isAfterOrEqualTo(terms.disbursed()
                            .plusMonths(
                                    Math.min(terms.months(), (long) terms.principalFreeMonths() + terms.interval())));
        });
    }

    @Test
    void dueDatesLieAfterTheDisbursementOnSessionsAndNeverGoBack() {
        Seeded.check(CASES, (random, size) -> {
            var terms = terms(random, size);

            var before = terms.disbursed().plusDays(1);
            for (var each : LoanSchedule.equalInstalments(terms)) {
                assertThat(each.dueDate()).isBetween(before, each.contractDate());
                var session = terms.sessionDay().inMonth(YearMonth.from(each.dueDate()));
                assertThat(each.dueDate()).isIn(session, each.contractDate());
                before = each.dueDate();
            }
        });
    }

    @Test
    void theWaterfallFillsInstalmentsAsCountingFromTheStartDoes() {
        Seeded.check(CASES, (random, size) -> {
            var terms = terms(random, size);
            var schedule = LoanSchedule.equalInstalments(terms);
            long settled = random.nextLong(terms.amount().amount() + 1);
            var waterfall = new Waterfall(schedule, Dong.of(settled));
            var day = terms.disbursed().plusDays(random.nextInt(size * 200));

            long before = 0;
            long due = 0;
            for (var state : waterfall.states()) {
                long amount = state.instalment().amount().amount();
                long paid = Math.clamp(settled - before, 0, amount);
                before += amount;
                due += state.instalment().dueDate().isAfter(day) ? 0 : amount - paid;
                assertThat(state.paid()).isEqualTo(Dong.of(paid));
                assertThat(state.remaining()).isEqualTo(Dong.of(amount - paid));
            }

            assertThat(waterfall.dueBy(day)).isEqualTo(Dong.of(due));
            assertThat(waterfall.remaining()).isEqualTo(Dong.of(before - settled));
            assertThat(waterfall.earliestUnpaid())
                    .isEqualTo(waterfall.unpaid().stream()
                            .map(each -> each.instalment().dueDate())
                            .min(LocalDate::compareTo));
        });
    }

    @Test
    void aReversalOpensTheInstalmentsAgain() {
        Seeded.check(CASES, (random, size) -> {
            var terms = terms(random, size);
            var schedule = LoanSchedule.equalInstalments(terms);
            var first = Dong.of(random.nextLong(terms.amount().amount() + 1));
            var second = Dong.of(random.nextLong(terms.amount().minus(first).amount() + 1));

            var before = new Waterfall(schedule, first);
            var paid = new Waterfall(schedule, first.plus(second));
            var reversed = new Waterfall(paid.instalments(), paid.settled().minus(second));

            assertThat(reversed.states()).isEqualTo(before.states());
        });
    }

    @Test
    void aStudentsDatesRunFromTheFirstToTheFinal() {
        Seeded.check(CASES, (random, size) -> {
            var first = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
            var term = new StudentTerm(first, first.plusDays(1L + random.nextInt(size * 50)), 1 + random.nextInt(2));

            var dates = term.contractDates(1 + random.nextInt(12));

            assertThat(dates.getFirst()).isEqualTo(term.firstDue());
            assertThat(dates.getLast()).isEqualTo(term.finalDue());
            assertThat(dates).isSorted().doesNotHaveDuplicates();
            var schedule = LoanSchedule.onDates(
                    Dong.of(50_000_000), dates, first, new SessionDay(1 + random.nextInt(31)), DueRule.ON_OR_BEFORE);
            assertThat(schedule.stream().map(Instalment::contractDate).toList()).isEqualTo(List.copyOf(dates));
        });
    }
}
