package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

class RateSeriesPropertyTest {

    private static final int CASES = 300;

    @Test
    void indexIsTheSumOfTheDaysBefore() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var day = RandomRates.day(random);

            long sum = 0;
            for (var each = series.firstDay(); each.isBefore(day); each = each.plusDays(1)) {
                sum += series.rate(part, each).units();
            }

            assertThat(series.index(part, day)).isEqualTo(sum);
        });
    }

    @Test
    void storedRowsGiveTheSameIndex() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var day = RandomRates.day(random);

            var row = series.rows(part).reversed().stream()
                    .filter(each -> !each.from().isAfter(day))
                    .findFirst()
                    .orElseThrow();
            long days = day.toEpochDay() - row.from().toEpochDay();

            assertThat(series.index(part, day))
                    .isEqualTo(row.indexAtFrom() + row.rate().units() * days);
        });
    }

    @Test
    void piecesCoverThePeriodAndMakeItsIndex() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var part = RandomRates.part(random);
            var from = RandomRates.day(random);
            var to = from.plusDays(random.nextInt(400));

            var pieces = series.pieces(part, from, to);

            long index = pieces.stream()
                    .mapToLong(each -> each.days() * each.rate().units())
                    .sum();
            assertThat(index).isEqualTo(series.index(part, to) - series.index(part, from));
            var at = from;
            for (var piece : pieces) {
                assertThat(piece.from()).isEqualTo(at);
                assertThat(piece.to().toEpochDay() - at.toEpochDay())
                        .isEqualTo(piece.days())
                        .isPositive();
                at = piece.to();
            }
            assertThat(at).isEqualTo(to);
        });
    }

    @Test
    void aRowMoreChangesNoDayBeforeIt() {
        Seeded.check(CASES, (random, size) -> {
            var series = RandomRates.series(random, size);
            var change = new RateChange(RandomRates.day(random), RandomRates.rate(random), RandomRates.rate(random));
            var part = RandomRates.part(random);

            var after = series.with(change);

            assertThat(after.index(part, change.from())).isEqualTo(series.index(part, change.from()));
            assertThat(after.rate(part, change.from())).isEqualTo(change.rate(part));
            assertThat(RateSeries.of(after.code(), List.copyOf(after.changes())))
                    .isEqualTo(after);
        });
    }
}
