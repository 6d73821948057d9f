package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class LoanInterestTest {

    private static PartInterest tenths(Part part, long tenthsOfADong) {
        return new PartInterest(part, InterestLine.units(tenthsOfADong).divide(BigInteger.TEN));
    }

    private static LoanInterest of(PartInterest... parts) {
        return LoanInterest.of(List.of(parts));
    }

    @Test
    void roundsTheLoanOnceAndGivesInTermTheRest() {
        var interest = of(tenths(Part.IN_TERM, 6), tenths(Part.OVERDUE, 6));

        assertThat(interest.total()).isEqualTo(Dong.of(1));
        assertThat(interest.of(Part.OVERDUE)).isEqualTo(Dong.of(1));
        assertThat(interest.of(Part.IN_TERM)).isEqualTo(Dong.ZERO);
        assertThat(interest.numerator()).isEqualTo(InterestLine.units(12).divide(BigInteger.TEN));
    }

    @Test
    void addsPartsOfSeveralSeries() {
        var interest = of(tenths(Part.IN_TERM, 4), tenths(Part.IN_TERM, 4), tenths(Part.IN_TERM, 4));

        assertThat(interest.total()).isEqualTo(Dong.of(1));
        assertThat(interest.of(Part.IN_TERM)).isEqualTo(Dong.of(1));
    }

    @Test
    void neverMakesAPartNegativeByRounding() {
        var interest = of(tenths(Part.OVERDUE, 5), tenths(Part.FROZEN, 5));

        assertThat(interest.total()).isEqualTo(Dong.of(1));
        assertThat(interest.of(Part.OVERDUE)).isEqualTo(Dong.of(1));
        assertThat(interest.of(Part.FROZEN)).isEqualTo(Dong.ZERO);
        assertThat(interest.of(Part.IN_TERM)).isEqualTo(Dong.ZERO);
        assertThat(interest.of(Part.WRITTEN_OFF)).isEqualTo(Dong.ZERO);
    }

    @Test
    void isNothingForALoanWithoutParts() {
        var interest = of();

        assertThat(interest.total()).isEqualTo(Dong.ZERO);
        assertThat(interest.asked()).isEqualTo(Dong.ZERO);
        assertThat(interest.overpaid()).isEqualTo(Dong.ZERO);
    }

    @Test
    void neverAsksForACredit() {
        var overpaid = of(tenths(Part.IN_TERM, -4_005));

        assertThat(overpaid.total()).isEqualTo(Dong.of(-401));
        assertThat(overpaid.asked()).isEqualTo(Dong.ZERO);
        assertThat(overpaid.askedByPart()).containsEntry(Part.IN_TERM, Dong.ZERO);
        assertThat(overpaid.overpaid()).isEqualTo(Dong.of(400));
        assertThat(of(tenths(Part.IN_TERM, -5)).overpaid()).isEqualTo(Dong.ZERO);
        assertThat(of(tenths(Part.IN_TERM, -6)).overpaid()).isEqualTo(Dong.of(1));
        assertThat(of(tenths(Part.IN_TERM, 4_000)).overpaid()).isEqualTo(Dong.ZERO);
    }

    @Test
    void setsACreditOffAgainstTheOtherParts() {
        assertThat(of(tenths(Part.IN_TERM, -300), tenths(Part.OVERDUE, 1_000)).askedByPart())
                .contains(entry(Part.OVERDUE, Dong.of(70)), entry(Part.IN_TERM, Dong.ZERO));
        assertThat(of(tenths(Part.IN_TERM, 1_000), tenths(Part.OVERDUE, -300)).askedByPart())
                .contains(entry(Part.OVERDUE, Dong.ZERO), entry(Part.IN_TERM, Dong.of(70)));
    }

    @Test
    void asksNothingBeforeInterestIsDue() {
        var student = of(tenths(Part.IN_TERM, 1_000));
        var dueFrom = LocalDate.of(2030, 2, 28);

        assertThat(student.askedOn(dueFrom.minusDays(1), dueFrom)).isEqualTo(Dong.ZERO);
        assertThat(student.askedOn(dueFrom, dueFrom)).isEqualTo(Dong.of(100));
    }

    @Test
    void refusesSumsThatAreNoAmountOfDong() {
        var large = InterestLine.units(Long.MAX_VALUE);

        assertThatThrownBy(() -> of(new PartInterest(Part.IN_TERM, large), new PartInterest(Part.IN_TERM, large)))
                .isInstanceOf(ArithmeticException.class);
    }
}
