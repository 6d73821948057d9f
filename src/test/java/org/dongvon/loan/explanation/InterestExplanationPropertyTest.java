package org.dongvon.loan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

/** Whatever has been posted, in whatever order, the derivation comes to exactly what the balances say. */
class InterestExplanationPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    void addsUpToTheBalanceOfTheBooksOnAnyDay() {
        Seeded.check(2_000, (random, size) -> {
            var history = random(random, size);
            var day = day(random);

            var why = history.on(day);

            assertThat(why.numerator()).isEqualTo(history.owed(day));
            assertThat(why.total()).isEqualTo(InterestLine.toDong(history.owed(day)));
        });
    }

    @Test
    void coversEveryDayOfEveryPartOnce() {
        Seeded.check(500, (random, size) -> {
            var why = random(random, size).on(day(random));

            var seen = new ArrayList<String>();
            for (var piece : why.pieces()) {
                assertThat(piece.day()).isAfterOrEqualTo(why.from());
                assertThat(piece.lastDay()).isBefore(why.on());
                for (var day = piece.day(); !day.isAfter(piece.lastDay()); day = day.plusDays(1)) {
                    seen.add(piece.position() + " " + day);
                }
            }
            assertThat(seen).doesNotHaveDuplicates();
        });
    }

    private static History random(Random random, int size) {
        var history = new History(series(random, size));
        history.paysOut(day(random).toString(), amount(random));
        for (int i = 0; i < size; i++) {
            var day = day(random).toString();
            switch (random.nextInt(5)) {
                case 0 -> history.becomesOverdue(day, amount(random));
                case 1 -> history.corrects(day, random.nextLong() >> 20);
                case 2 -> payExactly(history, LocalDate.parse(day));
                default ->
                    history.moves(day, part(random), amount(random) - 50_000_000, random.nextInt(400_000) - 1_000);
            }
        }
        return history;
    }

    private static void payExactly(History history, LocalDate day) {
        history.takes(day.toString(), InterestLine.toDong(history.owed(day)).amount(), 0);
    }

    private static RateSeries series(Random random, int size) {
        var changes = new ArrayList<RateChange>();
        var from = FIRST;
        for (int i = 0; i <= size / 4; i++) {
            changes.add(new RateChange(from, rate(random), rate(random)));
            from = from.plusDays(1 + random.nextInt(200));
        }
        return RateSeries.of("RANDOM", changes);
    }

    private static AnnualRate rate(Random random) {
        return new AnnualRate(random.nextInt(20_000_000));
    }

    private static long amount(Random random) {
        return random.nextLong(100_000_000);
    }

    private static Part part(Random random) {
        var parts = List.of(Part.values());
        return parts.get(random.nextInt(parts.size()));
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(600));
    }
}
