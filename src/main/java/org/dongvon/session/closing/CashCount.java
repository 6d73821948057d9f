package org.dongvon.session.closing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Refused;

/** Cash counted by denomination: how many notes of each. */
public record CashCount(Map<Integer, Integer> notes) {

    /** Banknotes in circulation, đồng, the largest first. */
    public static final List<Integer> DENOMINATIONS =
            List.of(500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500);

    /** A box never holds more notes of one kind. */
    public static final int MOST_NOTES = 10_000_000;

    /**
     * The count as entered.
     *
     * @throws Refused {@link SessionRefusal#COUNT_NOT_NOTES} for an unknown denomination or an impossible number
     */
    public CashCount {
        notes = new TreeMap<>(notes);
        notes.forEach((denomination, count) -> {
            if (!DENOMINATIONS.contains(denomination) || count < 0 || count > MOST_NOTES) {
                throw new Refused(SessionRefusal.COUNT_NOT_NOTES, new Dong(denomination), count);
            }
        });
    }

    /** A count that {@link #inOrder} gave. */
    public static CashCount ofOrder(Integer[] counts) {
        var notes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < counts.length; i++) {
            notes.put(DENOMINATIONS.get(i), counts[i]);
        }
        return new CashCount(notes);
    }

    /** Cash of these denominations that adds up to an amount as far as notes can: the largest notes first. */
    public static CashCount of(Dong amount) {
        var notes = new TreeMap<Integer, Integer>();
        long rest = amount.amount();
        for (int denomination : DENOMINATIONS) {
            notes.put(denomination, Math.toIntExact(rest / denomination));
            rest %= denomination;
        }
        return new CashCount(notes);
    }

    /** How many of each denomination, the largest first; as the database keeps counts in one row. */
    public Integer[] inOrder() {
        return DENOMINATIONS.stream().map(each -> notes.getOrDefault(each, 0)).toArray(Integer[]::new);
    }

    /** What the notes come to. */
    public Dong total() {
        long sum = 0;
        for (var entry : notes.entrySet()) {
            sum = Math.addExact(
                    sum,
                    Math.multiplyExact(
                            entry.getKey().longValue(), entry.getValue().longValue()));
        }
        return new Dong(sum);
    }
}
