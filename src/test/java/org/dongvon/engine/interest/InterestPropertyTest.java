package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dongvon.engine.money.Dong;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

class InterestPropertyTest {

    private static final int CASES = 300;
    private static final BigInteger UNITS = BigInteger.valueOf(InterestLine.UNITS_PER_DONG);

    /** A movement of principal, or interest taken. */
    private record Event(LocalDate on, long principal, long interest) {
        InterestLine on(InterestLine line, RateSeries series, Part part) {
            return line.movePrincipal(principal, series.index(part, on)).takeInterest(interest);
        }
    }

    private static List<Event> events(Random random, int size) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < size; i++) {
            long principal = random.nextBoolean() ? random.nextLong(-50_000_000, 100_000_000) : 0;
            long interest = random.nextBoolean() ? random.nextLong(-10_000, 2_000_000) : 0;
            events.add(new Event(RandomRates.day(random), principal, interest));
        }
        return events;
    }

    private static InterestLine line(List<Event> events, RateSeries series, Part part) {
        var line = InterestLine.ZERO;
        for (var event : events) {
            line = event.on(line, series, part);
        }
        return line;
    }

    @Test
    void aLineOwesWhatAChargeDayByDayOwes() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var events = events(random, size);
            var naive = new NaiveLoan(part, series.changes());
            events.forEach(each -> {
                naive.movePrincipal(each.on(), each.principal());
                naive.takeInterest(each.interest());
            });
            // The line is right from the last value date on; before it, it does not yet know what is to come.
            var last = events.stream().map(Event::on).max(LocalDate::compareTo).orElseThrow();
            var day = last.plusDays(random.nextInt(100));

            assertThat(line(events, series, part).numeratorAt(series.index(part, day)))
                    .isEqualTo(naive.numeratorAt(day));
        });
    }

    @Test
    void cuttingAPeriodChangesNothing() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            long balance = random.nextLong(1, 1_000_000_000_000L);
            var from = RandomRates.day(random);
            var cuts = new ArrayList<>(List.of(from));
            for (int i = 0; i < size; i++) {
                cuts.add(cuts.getLast().plusDays(random.nextInt(60)));
            }

            var pieces = BigInteger.ZERO;
            for (int i = 1; i < cuts.size(); i++) {
                pieces = pieces.add(charged(series, part, balance, cuts.get(i - 1), cuts.get(i)));
            }

            assertThat(pieces).isEqualTo(charged(series, part, balance, from, cuts.getLast()));
        });
    }

    private static BigInteger charged(RateSeries series, Part part, long balance, LocalDate from, LocalDate to) {
        return InterestLine.ZERO
                .movePrincipal(balance, series.index(part, from))
                .numeratorAt(series.index(part, to));
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var events = events(random, size);
            var shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);

            assertThat(line(shuffled, series, part)).isEqualTo(line(events, series, part));
        });
    }

    @Test
    void theSumOfLoansIsALine() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var loans = new ArrayList<InterestLine>();
            for (int i = 0; i < size; i++) {
                loans.add(line(events(random, 3), series, part));
            }
            long index = series.index(part, RandomRates.day(random));

            var total = loans.stream().reduce(InterestLine.ZERO, InterestLine::plus);

            assertThat(total.numeratorAt(index))
                    .isEqualTo(loans.stream()
                            .map(each -> each.numeratorAt(index))
                            .reduce(BigInteger.ZERO, BigInteger::add));
        });
    }

    @Test
    void aReversalUndoes() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var line = line(events(random, size), series, part);
            var movement = line(events(random, 1), series, part);
            var later = line(events(random, size), series, part);

            assertThat(line.plus(movement).plus(later).plus(movement.negate())).isEqualTo(line.plus(later));
        });
    }

    @Test
    void movingPrincipalBetweenPartsChangesNothingOwedThatDay() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var from = line(events(random, size), series, Part.IN_TERM);
            var to = line(events(random, size), series, Part.OVERDUE);
            var day = RandomRates.day(random);
            long out = series.index(Part.IN_TERM, day);
            long in = series.index(Part.OVERDUE, day);
            var interest = BigInteger.valueOf(random.nextLong());
            var move = PartMove.of(random.nextLong(1_000_000_000), out, in).withInterest(interest);

            var before = from.numeratorAt(out).add(to.numeratorAt(in));
            var movedFrom = from.plus(move.out());
            var movedTo = to.plus(move.in());

            assertThat(movedFrom.numeratorAt(out).add(movedTo.numeratorAt(in))).isEqualTo(before);
            assertThat(movedFrom.principal() + movedTo.principal()).isEqualTo(from.principal() + to.principal());
            assertThat(movedFrom.plus(move.reversed().out())).isEqualTo(from);
            assertThat(movedTo.plus(move.reversed().in())).isEqualTo(to);
        });
    }

    @Test
    void aRetroactiveRowCorrectsToWhatARecomputationGives() {
        Seeded.check(CASES, (random, size) -> {
            var before = RandomRates.series(random, size);
            var after = before.with(
                    new RateChange(RandomRates.day(random), RandomRates.rate(random), RandomRates.rate(random)));
            var part = RandomRates.part(random);
            var events = events(random, size);
            var movements = events.stream()
                    .map(each -> new PrincipalMovement(each.on(), each.principal()))
                    .toList();

            var correction = RetroactiveRate.correction(part, before, after, movements);

            assertThat(line(events, before, part).addConstant(correction)).isEqualTo(line(events, after, part));
        });
    }

    @Test
    void roundsAsBigDecimalDoes() {
        Seeded.check(CASES, (random, size) -> {
            long halves = random.nextLong(-1_000_000, 1_000_000);
            var numerator = BigInteger.valueOf(halves)
                    .multiply(UNITS.shiftRight(1))
                    .add(BigInteger.valueOf(random.nextInt(3) - 1L));

            var expected = new BigDecimal(numerator).divide(new BigDecimal(UNITS), 0, RoundingMode.HALF_UP);

            assertThat(InterestLine.toDong(numerator)).isEqualTo(Dong.of(expected.longValueExact()));
            assertThat(Residue.isResidue(Residue.of(numerator))).isTrue();
        });
    }

    @Test
    void theSharesOfALoansInterestAddUpToItsTotal() {
        Seeded.check(CASES, (random, size) -> {
            var parts = new ArrayList<PartInterest>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                var numerator = BigInteger.valueOf(random.nextLong(0, size * InterestLine.UNITS_PER_DONG));
                parts.add(new PartInterest(RandomRates.part(random), numerator));
            }

            var interest = LoanInterest.of(parts);

            var shares = new ArrayList<Dong>();
            for (var part : Part.values()) {
                var own = parts.stream()
                        .filter(each -> each.part() == part)
                        .map(PartInterest::numerator)
                        .reduce(BigInteger.ZERO, BigInteger::add);
                shares.add(interest.of(part));
                assertThat(interest.of(part).isNegative()).isFalse();
                assertThat(InterestLine.units(interest.of(part).amount())
                                .subtract(own)
                                .abs())
                        .isLessThanOrEqualTo(UNITS);
            }
            assertThat(Dong.sum(shares)).isEqualTo(interest.total());
            assertThat(interest.asked()).isEqualTo(interest.total());
        });
    }

    @Test
    void whatIsAskedOfThePartsAddsUpAndIsNeverNegative() {
        Seeded.check(CASES, (random, size) -> {
            var parts = new ArrayList<PartInterest>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                long most = size * InterestLine.UNITS_PER_DONG;
                parts.add(new PartInterest(RandomRates.part(random), BigInteger.valueOf(random.nextLong(-most, most))));
            }

            var interest = LoanInterest.of(parts);

            assertThat(interest.askedByPart().values()).noneMatch(Dong::isNegative);
            assertThat(Dong.sum(interest.askedByPart().values())).isEqualTo(interest.asked());
            var afterRefund = interest.numerator()
                    .add(InterestLine.units(interest.overpaid().amount()));
            assertThat(interest.numerator().signum() >= 0 || Residue.isResidue(afterRefund))
                    .isTrue();
        });
    }

    @Test
    void payingWhatIsAskedEachMonthLeavesAResidueThatClosingClears() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var day = RandomRates.FIRST;
            var line = InterestLine.ZERO.movePrincipal(random.nextLong(1, 100_000_000), 0);
            var paid = Dong.ZERO;
            for (int month = 0; month < size; month++) {
                day = day.plusDays(28 + random.nextInt(4));
                long index = series.index(Part.IN_TERM, day);
                var interest = line.owedAt(index);
                paid = paid.plus(interest);
                line = line.takeInterest(interest.amount());
                assertThat(Residue.isResidue(line.numeratorAt(index))).isTrue();
            }
            long index = series.index(Part.IN_TERM, day);
            var whole = line.takeInterest(-paid.amount()).numeratorAt(index);

            var cleared = line.addConstant(
                    Residue.clearing(List.of(line.numeratorAt(index))).getFirst());

            assertThat(cleared.numeratorAt(index)).isZero();
            assertThat(InterestLine.toDong(whole).minus(paid).abs()).isLessThanOrEqualTo(Dong.of(1));
        });
    }
}
