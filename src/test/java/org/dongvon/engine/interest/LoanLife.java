package org.dongvon.engine.interest;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One loan, kept the way the database keeps it: a line for each series and part, and the movements that made them. */
final class LoanLife {

    /** A part of a loan under one series; written {@code HONGHEO IN_TERM}. */
    record Key(String series, Part part) {
        static Key of(String text) {
            var words = text.split(" ", -1);
            return new Key(words[0], Part.valueOf(words[1]));
        }
    }

    /** What one step added to the line of a part. */
    private record Movement(Key key, LocalDate on, InterestLine delta) {
        Movement negate() {
            return new Movement(key, on, delta.negate());
        }
    }

    private final Map<String, RateSeries> series;
    private final Map<Key, InterestLine> lines = new LinkedHashMap<>();
    private final Map<Integer, List<Movement>> steps = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    LoanLife(Map<String, RateSeries> series) {
        this.series = new HashMap<>(series);
    }

    void movePrincipal(int step, LocalDate on, Key key, long delta) {
        post(step, new Movement(key, on, InterestLine.ZERO.movePrincipal(delta, index(key, on))));
    }

    void takeInterest(int step, LocalDate on, Key key, long dong) {
        post(step, new Movement(key, on, InterestLine.ZERO.takeInterest(dong)));
    }

    void move(int step, LocalDate on, List<Key> fromTo, long principal, BigInteger interest) {
        var from = fromTo.getFirst();
        var to = fromTo.getLast();
        var move = PartMove.of(principal, index(from, on), index(to, on)).withInterest(interest);
        post(step, new Movement(from, on, move.out()));
        post(step, new Movement(to, on, move.in()));
    }

    void reverse(int step, int undone) {
        for (var movement : requireNonNull(steps.get(undone))) {
            post(step, movement.negate());
        }
    }

    /** Adds a rate row and corrects the parts that moved since; returns the sum of the corrections. */
    BigInteger addRate(RateChange change, String code) {
        var before = requireNonNull(series.get(code));
        var after = before.with(change);
        series.put(code, after);
        var sum = BigInteger.ZERO;
        for (var key : List.copyOf(lines.keySet())) {
            if (key.series().equals(code)) {
                var correction = RetroactiveRate.correction(key.part(), before, after, principalOf(key));
                lines.merge(key, InterestLine.ZERO.addConstant(correction), InterestLine::plus);
                sum = sum.add(correction);
            }
        }
        return sum;
    }

    /** Clears the residue at closing; returns the sum of the corrections. */
    BigInteger round(LocalDate on) {
        var keys = List.copyOf(lines.keySet());
        var deltas =
                Residue.clearing(keys.stream().map(key -> numerator(key, on)).toList());
        for (int i = 0; i < keys.size(); i++) {
            lines.merge(keys.get(i), InterestLine.ZERO.addConstant(deltas.get(i)), InterestLine::plus);
        }
        return deltas.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger numerator(Key key, LocalDate on) {
        return lines.getOrDefault(key, InterestLine.ZERO).numeratorAt(index(key, on));
    }

    LoanInterest interest(LocalDate on) {
        return LoanInterest.of(lines.keySet().stream()
                .map(key -> new PartInterest(key.part(), numerator(key, on)))
                .toList());
    }

    private void post(int step, Movement movement) {
        lines.merge(movement.key(), movement.delta(), InterestLine::plus);
        steps.computeIfAbsent(step, number -> new ArrayList<>()).add(movement);
        movements.add(movement);
    }

    private List<PrincipalMovement> principalOf(Key key) {
        return movements.stream()
                .filter(each -> each.key().equals(key))
                .map(each -> new PrincipalMovement(each.on(), each.delta().principal()))
                .toList();
    }

    private long index(Key key, LocalDate on) {
        return requireNonNull(series.get(key.series())).index(key.part(), on);
    }
}
