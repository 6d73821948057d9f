package org.dongvon.engine.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The rates of a programme over time, and their running sum, the <em>index</em>.
 *
 * <p>{@code index(part, t)} is Σ of the day's rate over the days from {@link #firstDay()} up to but excluding t, in
 * units of 10^-8 a year × days. The interest on a balance B from day a to day b is then
 * {@code B × (index(b) − index(a)) / (365 × 10^8)}: first day in, last day out, actual/365 in leap years too (TT
 * 14/2017/TT-NHNN), whatever rates lie between. The last row's rate holds for ever after.
 *
 * <p>Example: the near-poor series has 7.92 % until 30/11/2025 and 7.488 % from 1/12/2025. From 15/11 to 15/12 its
 * index grows by 16 × 7 920 000 + 14 × 7 488 000 = 231 552 000, so 100 000 000 đ owe 634 389.04… = 634 389 đ.
 *
 * <p>Immutable; equal when code and rows are equal.
 */
public final class RateSeries {

    private final String code;
    private final List<RateChange> changes;
    private final long[] days;
    private final long[] inTermIndexes;
    private final long[] overdueIndexes;

    private RateSeries(String code, List<RateChange> changes) {
        this.code = code;
        this.changes = List.copyOf(changes);
        this.days = changes.stream().mapToLong(each -> each.from().toEpochDay()).toArray();
        this.inTermIndexes = indexesAtChanges(Part.IN_TERM);
        this.overdueIndexes = indexesAtChanges(Part.OVERDUE);
    }

    /**
     * A series of that code with those rows.
     *
     * @param changes at least one, in order of date, one a day
     * @throws IllegalArgumentException when there is none, or a date is not after the one before it
     * @throws ArithmeticException when the index leaves the range of a {@code long}
     */
    public static RateSeries of(String code, List<RateChange> changes) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a rate series needs a first row: " + code);
        }
        for (int i = 1; i < changes.size(); i++) {
            if (!changes.get(i).from().isAfter(changes.get(i - 1).from())) {
                throw new IllegalArgumentException("rows of " + code + " are not in order of date: "
                        + changes.get(i).from());
            }
        }
        return new RateSeries(code, changes);
    }

    /**
     * This series with one row more, in the place of a row of the same date if there is one. Example: a rate cut for
     * existing loans is one new row; no loan is written, since each owes K + B × index(t).
     *
     * @throws IllegalArgumentException when the row is before the first day
     */
    public RateSeries with(RateChange change) {
        requireNotBeforeFirst(change.from());
        var rows = new ArrayList<RateChange>();
        changes.stream().filter(each -> each.from().isBefore(change.from())).forEach(rows::add);
        rows.add(change);
        changes.stream().filter(each -> each.from().isAfter(change.from())).forEach(rows::add);
        return of(code, rows);
    }

    /** The code, for example {@code HONGHEO}. */
    public String code() {
        return code;
    }

    /** The rows in order of date. */
    public List<RateChange> changes() {
        return changes;
    }

    /** The first day with a rate; the index is 0 there, and no loan of the series moves before it. */
    public LocalDate firstDay() {
        return changes.getFirst().from();
    }

    /**
     * Σ of the day's rate over the days from the first up to but excluding {@code day}; always 0 for parts that bear
     * no interest. Exact; O(log rows).
     *
     * <p>Example: at 6.24 % since 2026-01-01 the in-term index of 2026-01-31 is 30 × 6 240 000 = 187 200 000.
     *
     * @throws IllegalArgumentException before the first day
     * @throws ArithmeticException when it leaves the range of a {@code long}
     */
    public long index(Part part, LocalDate day) {
        int row = row(day);
        long length = day.toEpochDay() - days[row];
        long grown = Math.multiplyExact(changes.get(row).rate(part).units(), length);
        return Math.addExact(at(part, row), grown);
    }

    /**
     * The rate that a part bears on that day; zero for frozen and written-off principal.
     *
     * @throws IllegalArgumentException before the first day
     */
    public AnnualRate rate(Part part, LocalDate day) {
        return changes.get(row(day)).rate(part);
    }

    /**
     * The stretches of one rate from a day up to but excluding another: what a person needs to check a figure by hand.
     * Rows that leave the part's rate as it was make no new piece. Empty when the two days are the same.
     *
     * @throws IllegalArgumentException when {@code from} is before the first day or after {@code to}
     */
    public List<RatePiece> pieces(Part part, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period ends before it starts: " + from + " to " + to);
        }
        var pieces = new ArrayList<RatePiece>();
        var start = from;
        var rate = rate(part, from);
        for (var change : changes.subList(row(from) + 1, changes.size())) {
            if (!change.from().isBefore(to)) {
                break;
            }
            if (!change.rate(part).equals(rate)) {
                pieces.add(piece(start, change.from(), rate));
                start = change.from();
                rate = change.rate(part);
            }
        }
        if (start.isBefore(to)) {
            pieces.add(piece(start, to, rate));
        }
        return List.copyOf(pieces);
    }

    /** The part's rows with the index at the start of each, as the database keeps them. */
    public List<IndexRow> rows(Part part) {
        var rows = new ArrayList<IndexRow>();
        for (int i = 0; i < days.length; i++) {
            var change = changes.get(i);
            rows.add(new IndexRow(change.from(), change.rate(part), at(part, i)));
        }
        return List.copyOf(rows);
    }

    private static RatePiece piece(LocalDate from, LocalDate to, AnnualRate rate) {
        return new RatePiece(from, to, to.toEpochDay() - from.toEpochDay(), rate);
    }

    private long[] indexesAtChanges(Part part) {
        var at = new long[days.length];
        for (int i = 1; i < at.length; i++) {
            long units = changes.get(i - 1).rate(part).units();
            at[i] = Math.addExact(at[i - 1], Math.multiplyExact(units, days[i] - days[i - 1]));
        }
        return at;
    }

    private long at(Part part, int row) {
        return switch (part) {
            case IN_TERM -> inTermIndexes[row];
            case OVERDUE -> overdueIndexes[row];
            case FROZEN, WRITTEN_OFF -> 0;
        };
    }

    private int row(LocalDate day) {
        requireNotBeforeFirst(day);
        int found = Arrays.binarySearch(days, day.toEpochDay());
        return found >= 0 ? found : -found - 2;
    }

    private void requireNotBeforeFirst(LocalDate day) {
        if (day.isBefore(firstDay())) {
            throw new IllegalArgumentException(code + " has no rate before " + firstDay() + ": " + day);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RateSeries that && code.equals(that.code) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, changes);
    }

    @Override
    public String toString() {
        return code + " " + changes;
    }
}
