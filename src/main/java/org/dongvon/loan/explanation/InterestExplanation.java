package org.dongvon.loan.explanation;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.LateRate;

/**
 * Why a loan owes so much interest on a day: what was carried from the last day on which all interest was paid (or from
 * the first movement), then each stretch of days with one principal and one rate, and what was taken in between.
 *
 * <p>Carried and steps add up, in đồng × 365 × 10^8, to exactly the constant + principal × index of the loan's parts;
 * one division, HALF_UP, makes it đồng. So the figure on a receipt and its derivation can never differ.
 *
 * <p>Example (handbook I2): 100 000 000 đ of a near-poor household, interest paid up to 15/11/2025, on 15/12/2025: 16
 * days at 7.92 % are 347 178.08 đ, 14 days at 7.488 % are 287 210.96 đ, together 634 389.04 đ: 634 389 đ.
 *
 * @param from the day it begins: the last one on which nothing more was owed, or the first movement's
 * @param on the day asked for; it bears no interest itself
 * @param carried owed at the end of {@code from}: a residue of at most half a đồng, or a credit
 * @param steps in order of days
 */
public record InterestExplanation(LocalDate from, LocalDate on, BigInteger carried, List<Step> steps) {

    public InterestExplanation {
        steps = List.copyOf(steps);
    }

    /**
     * The derivation from movements in any order; those dated after {@code on} are in the sum, as rows of their own.
     *
     * @param series the rate series by number
     * @throws IllegalArgumentException when a movement is before the first day of its series
     */
    public static InterestExplanation of(List<Moved> movements, LocalDate on, IntFunction<RateSeries> series) {
        var indexes = new Indexes(series);
        var counting = movements.stream().filter(each -> each.countsOn(on)).toList();
        var from = start(counting, on, indexes);
        var before = counting.stream().filter(each -> each.countsOn(from)).toList();
        var steps = new ArrayList<Step>(pieces(counting, from, on, indexes));
        counting.stream().filter(each -> !each.countsOn(from)).forEach(each -> steps.addAll(jumps(each, indexes)));
        movements.stream().filter(each -> !each.countsOn(on)).forEach(each -> {
            var owed = each.delta().numeratorAt(indexes.at(each.position(), on));
            steps.add(new Step.Later(each.valueDate(), owed));
        });
        // Rows that cancel out, such as the two halves of a move to overdue, are none; equal days keep their order.
        var shown = merged(steps).stream()
                .filter(each -> each.numerator().signum() != 0 || each instanceof Step.Piece)
                .sorted(Comparator.comparing(Step::day))
                .toList();
        return new InterestExplanation(from, on, owed(before, from, indexes), shown);
    }

    /**
     * The same derivation, with what retroactive rates changed for the days before it begins as rows of their own, each
     * with its law: what was paid by then was counted with the rates that were known. The sum stays what it was.
     *
     * <p>Example: 542 466 đ are taken on 15/12 for 30 days at 6.6 %; a row of 6.24 % from 1/12 is entered on 20/12: 14
     * days of 100 000 000 đ at −0.36 points, −13 808.22 đ, are a row of their own.
     *
     * @param rates retroactive rows of the series that the loan follows
     */
    public InterestExplanation recounted(List<Moved> movements, List<LateRate> rates) {
        var rows = rates.stream()
                .filter(rate -> rate.row().change().from().isBefore(on)
                        && requireNonNull(rate.row().late()).enteredOn().isAfter(from))
                .filter(rate -> movements.stream()
                        .anyMatch(each -> each.position().seriesId() == rate.seriesId()
                                && each.valueDate()
                                        .isBefore(requireNonNull(rate.row().late())
                                                .enteredOn())))
                .map(rate -> recounted(movements, rate))
                .toList();
        var moved = rows.stream().map(Step::numerator).reduce(BigInteger.ZERO, BigInteger::add);
        var all = Stream.concat(rows.stream(), steps.stream())
                .sorted(Comparator.comparing(Step::day))
                .toList();
        return new InterestExplanation(from, on, carried.subtract(moved), all);
    }

    private Step recounted(List<Moved> movements, LateRate rate) {
        var numerator = movements.stream()
                .filter(each -> each.position().seriesId() == rate.seriesId() && each.countsOn(from))
                .map(each -> BigInteger.valueOf(each.delta().principal())
                        .multiply(BigInteger.valueOf(gap(rate, each, from) - gap(rate, each, each.valueDate()))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        var entered = requireNonNull(rate.row().late()).enteredOn();
        return new Step.Recounted(entered.isAfter(on) ? on : entered, rate, numerator);
    }

    private static long gap(LateRate rate, Moved moved, LocalDate day) {
        var part = moved.position().part();
        return rate.after().index(part, day) - rate.before().index(part, day);
    }

    /** What is owed, exact, in đồng × 365 × 10^8. */
    public BigInteger numerator() {
        return steps.stream().map(Step::numerator).reduce(carried, BigInteger::add);
    }

    /** What is owed in đồng, rounded once, HALF_UP; below zero when more was taken than was owed. */
    public Dong total() {
        return InterestLine.toDong(numerator());
    }

    /** The stretches of days alone. */
    public List<Step.Piece> pieces() {
        return steps.stream()
                .filter(Step.Piece.class::isInstance)
                .map(Step.Piece.class::cast)
                .toList();
    }

    /** How many days it covers. */
    public long days() {
        return on.toEpochDay() - from.toEpochDay();
    }

    /**
     * Interest in arrears (lãi tồn): owed by a day in the past, and not paid since, up to {@code on}. Never below zero.
     *
     * <p>Example: 271 233 đ owed on the session of 18/05 of which 100 000 đ are paid on 20/05 are 171 233 đ in arrears
     * on 25/05.
     */
    public static Dong arrears(List<Moved> movements, LocalDate past, LocalDate on, IntFunction<RateSeries> series) {
        var indexes = new Indexes(series);
        var then = owed(movements.stream().filter(each -> each.countsOn(past)).toList(), past, indexes);
        var since = movements.stream()
                .filter(each -> !each.countsOn(past) && each.countsOn(on))
                .map(each -> each.jump(indexes))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return InterestLine.toDong(then.add(since)).max(Dong.ZERO);
    }

    private static BigInteger owed(List<Moved> movements, LocalDate day, Indexes indexes) {
        return movements.stream()
                .map(each -> each.delta().numeratorAt(indexes.at(each.position(), day)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The last day on which interest was taken and nothing more was owed; without one, the first movement's day. */
    private static LocalDate start(List<Moved> counting, LocalDate on, Indexes indexes) {
        Map<LocalDate, Long> taken = new TreeMap<>(Comparator.reverseOrder());
        counting.forEach(each -> taken.merge(each.valueDate(), each.interest().amount(), Math::addExact));
        for (var day : taken.entrySet()) {
            var until = counting.stream()
                    .filter(each -> each.countsOn(day.getKey()))
                    .toList();
            if (day.getValue() > 0
                    && !InterestLine.toDong(owed(until, day.getKey(), indexes)).isPositive()) {
                return day.getKey();
            }
        }
        return counting.stream()
                .map(Moved::valueDate)
                .min(Comparator.naturalOrder())
                .orElse(on);
    }

    private static List<Step> pieces(List<Moved> counting, LocalDate from, LocalDate on, Indexes indexes) {
        var byPosition = counting.stream()
                .collect(Collectors.groupingBy(Moved::position, LinkedHashMap::new, Collectors.toList()));
        var result = new ArrayList<Step>();
        byPosition.forEach((position, movements) -> {
            for (var stretch : stretches(movements, from, on)) {
                indexes.of(position).pieces(position.part(), stretch.from(), stretch.to()).stream()
                        .map(days -> new Step.Piece(position, stretch.principal(), days))
                        .forEach(result::add);
            }
        });
        return result;
    }

    /** The principal of one part over time, without the days on which there was none. */
    private static List<Stretch> stretches(List<Moved> movements, LocalDate from, LocalDate on) {
        Map<LocalDate, Long> changes = new TreeMap<>();
        for (var each : movements) {
            var day = each.countsOn(from) ? from : each.valueDate();
            changes.merge(day, each.delta().principal(), Math::addExact);
        }
        changes.values().removeIf(change -> change == 0);
        var days = new TreeSet<>(changes.keySet());
        days.add(on);
        var result = new ArrayList<Stretch>();
        long principal = 0;
        for (var day : days.headSet(on)) {
            principal += Objects.requireNonNull(changes.get(day));
            var next = Objects.requireNonNull(days.higher(day));
            if (principal != 0) {
                result.add(new Stretch(day, next, principal));
            }
        }
        return result;
    }

    private record Stretch(LocalDate from, LocalDate to, long principal) {}

    private static List<Step> jumps(Moved moved, Indexes indexes) {
        return List.of(
                new Step.Taken(moved.valueDate(), moved.lineId(), moved.interest()),
                new Step.Correction(moved.valueDate(), moved.correction(indexes)));
    }

    /** One row for what a line took of several parts, one for the corrections of a day. */
    private static List<Step> merged(List<Step> steps) {
        Map<Object, Step> result = new LinkedHashMap<>();
        for (var step : steps) {
            result.merge(key(step), step, InterestExplanation::sum);
        }
        return List.copyOf(result.values());
    }

    private static Object key(Step step) {
        return switch (step) {
            case Step.Piece piece -> piece;
            case Step.Taken taken -> new LineKey(taken.day(), taken.lineId());
            case Step.Correction correction -> new DayKey("correction", correction.day());
            case Step.Recounted recounted -> recounted;
            case Step.Later later -> new DayKey("later", later.day());
        };
    }

    private record LineKey(LocalDate day, UUID line) {}

    private record DayKey(String kind, LocalDate day) {}

    private static Step sum(Step one, Step other) {
        var numerator = one.numerator().add(other.numerator());
        return switch (one) {
            case Step.Piece piece -> throw new IllegalStateException("two rows for " + piece);
            case Step.Taken taken ->
                new Step.Taken(taken.day(), taken.lineId(), taken.amount().plus(((Step.Taken) other).amount()));
            case Step.Correction correction -> new Step.Correction(correction.day(), numerator);
            case Step.Recounted recounted -> throw new IllegalStateException("two rows for " + recounted);
            case Step.Later later -> new Step.Later(later.day(), numerator);
        };
    }
}
