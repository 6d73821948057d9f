package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class LoanScheduleTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 15);
    private static final SessionDay SESSION = new SessionDay(10);
    private static final Dong TEN_MILLION = Dong.of(10_000_000);

    private static ScheduleTerms terms(Dong amount, int months, int interval, int free) {
        return new ScheduleTerms(amount, months, interval, PAID_OUT, SESSION, DueRule.ON_OR_BEFORE, free);
    }

    private static List<Instalment> onDates(Dong amount, LocalDate... dates) {
        return LoanSchedule.onDates(amount, List.of(dates), PAID_OUT, SESSION, DueRule.ON_OR_BEFORE);
    }

    @Test
    void hasNoPrincipalFreeMonthsUnlessTold() {
        assertThat(new ScheduleTerms(TEN_MILLION, 12, 6, PAID_OUT, SESSION, DueRule.ON_OR_BEFORE))
                .isEqualTo(terms(TEN_MILLION, 12, 6, 0));
    }

    @Test
    void refusesTermsOutsideOfTheirRange() {
        assertThat(terms(Dong.of(1), 1, 1, 0)).isNotNull();
        assertThat(terms(Dong.of(1), 2, 1, 1)).isNotNull();
        assertThatThrownBy(() -> terms(Dong.ZERO, 12, 6, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(TEN_MILLION, 0, 6, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(TEN_MILLION, 12, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(TEN_MILLION, 12, 6, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(TEN_MILLION, 12, 6, 12)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDatesThatAreNotInOrder() {
        var first = PAID_OUT.plusMonths(6);

        assertThatThrownBy(() -> onDates(TEN_MILLION)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onDates(TEN_MILLION, PAID_OUT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onDates(TEN_MILLION, first, first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onDates(Dong.ZERO, first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> onDates(Dong.of(-1), first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LoanSchedule.dueDate(PAID_OUT, PAID_OUT, SESSION, DueRule.ON_OR_BEFORE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsSharesDownToAHundredThousand() {
        var first = PAID_OUT.plusMonths(6);
        var second = PAID_OUT.plusMonths(12);

        assertThat(onDates(Dong.of(200_000), first, second))
                .extracting(Instalment::amount)
                .containsExactly(Dong.of(100_000), Dong.of(100_000));
        assertThat(onDates(Dong.of(399_999), first, second))
                .extracting(Instalment::amount)
                .containsExactly(Dong.of(100_000), Dong.of(299_999));
        assertThat(onDates(Dong.of(199_999), first, second))
                .containsExactly(new Instalment(1, second, LocalDate.of(2027, 3, 10), Dong.of(199_999)));
    }

    @Test
    void hasNoInstalmentWithoutNumberOrAmount() {
        assertThatThrownBy(() -> new Instalment(1, PAID_OUT, PAID_OUT, Dong.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Instalment(0, PAID_OUT, PAID_OUT, TEN_MILLION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAStudentsTermWithoutDays() {
        assertThatThrownBy(() -> new StudentTerm(PAID_OUT, PAID_OUT, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentTerm(PAID_OUT, PAID_OUT.plusDays(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentTerm(PAID_OUT, PAID_OUT.plusDays(1), 1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        var shortest = new StudentTerm(PAID_OUT, PAID_OUT.plusDays(1), 1);
        assertThat(shortest.contractDates(12)).containsExactly(LocalDate.of(2027, 3, 16), LocalDate.of(2027, 3, 18));
        assertThatThrownBy(() -> shortest.contractDates(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
