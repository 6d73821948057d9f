package org.dongvon.ledger.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a key came to sign without the word of the one before it, which was lost: a new epoch. The key signs this record, so
 * that nothing of it is changed later, and stands on the last seal of each office from before.
 *
 * <p>Example: the key before signed LECHAN through 18/05/2024; this one signs from 19/05/2024, on that seal's hash.
 *
 * @param at when, to the second
 * @param account the account of who had the key made, at the terminal
 * @param witness the account of the second person
 * @param reason why, in words, on one line
 * @param carried the last seal of each office that was sealed before, by its code
 */
public record Renewal(Instant at, long account, long witness, String reason, List<Carried> carried) {

    private static final int FIELDS = 5;
    private static final int CARRIED_FIELDS = 4;

    /** Keeps the seals as they are. */
    public Renewal {
        carried = List.copyOf(carried);
    }

    /** The text that the key signs after its own line: {@code renewed 2026-11-28T02:31:22Z 22 23 …}, and a line a seal. */
    String text() {
        var text = new StringBuilder(
                "renewed " + at + " " + account + " " + witness + " " + reason.replace("\\", "\\\\") + "\n");
        carried.forEach(each -> text.append(each.line()));
        return text.toString();
    }

    /**
     * Reads the first line.
     *
     * @throws IllegalArgumentException or java.time.DateTimeException when it is none
     */
    static Renewal parse(String line) {
        var fields = line.split(" ", FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(line);
        }
        var reason = fields[4].replace("\\\\", "\\");
        var read = new Renewal(
                Instant.parse(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]), reason, List.of());
        if (!read.text().equals(line + "\n")) {
            throw new IllegalArgumentException(line);
        }
        return read;
    }

    /**
     * The same with one more seal, which comes after those before by its office's code.
     *
     * @throws IllegalArgumentException when it does not
     */
    Renewal and(Carried next) {
        if (!carried.isEmpty() && carried.getLast().office().compareTo(next.office()) >= 0) {
            throw new IllegalArgumentException(next.line());
        }
        var all = new ArrayList<>(carried);
        all.add(next);
        return new Renewal(at, account, witness, reason, all);
    }

    /** The last seal of an office from before; none when it had none. */
    Optional<Carried> of(String office) {
        int low = 0;
        int high = carried.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = carried.get(middle).office().compareTo(office);
            if (order == 0) {
                return Optional.of(carried.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    /**
     * Whether a seal is on its own side of the change: what keys from before signed ends with the carried seal, and what was
     * signed since begins after it and stands on it.
     *
     * @param first the number of the key that this record is about
     */
    boolean fits(int first, Seal seal) {
        var period = seal.period();
        var last = of(period.office());
        if (seal.key() < first) {
            return last.filter(each -> !period.to().isAfter(each.day()))
                    .filter(each ->
                            period.to().isBefore(each.day()) || seal.hash().equals(each.seal()))
                    .isPresent();
        }
        return last.isEmpty() || standsOn(last.get(), seal);
    }

    /** After it; on its hash when no other seal lies between. */
    private static boolean standsOn(Carried last, Seal seal) {
        var from = seal.period().from();
        if (!from.isAfter(last.day())) {
            return false;
        }
        return !from.equals(last.day().plusDays(1)) || seal.previous().equals(last.seal());
    }

    /**
     * The last seal of an office from before.
     *
     * @param office its code
     * @param day the last day under that seal
     * @param seal the seal's hash
     */
    public record Carried(String office, LocalDate day, Hash seal) {

        /** Its line in the roots file: {@code carried LECHAN 2024-05-18 <hash>}. */
        String line() {
            return "carried " + office + " " + day + " " + seal + "\n";
        }

        /** @throws IllegalArgumentException or java.time.DateTimeException when the line is none */
        static Carried parse(String line) {
            var fields = line.split(" ", -1);
            if (fields.length != CARRIED_FIELDS) {
                throw new IllegalArgumentException(line);
            }
            var read = new Carried(fields[1], LocalDate.parse(fields[2]), Hash.parse(fields[3]));
            if (!read.line().equals(line + "\n")) {
                throw new IllegalArgumentException(line);
            }
            return read;
        }
    }
}
