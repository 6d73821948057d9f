package org.dongvon.ledger.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Spelling;

/**
 * A voucher that somebody writes by hand: two to ten lines that balance.
 *
 * <p>Example: rent of 12 500 000 đ debits OPERATING_EXPENSE and credits BANK, source "HĐ 015/2024".
 *
 * @param on the day it counts on
 * @param source number and kind of the paper it rests on
 * @param wording what it is about
 */
record ManualVoucher(LocalDate on, String source, String wording, List<Line> lines) {

    static final int MOST_LINES = 10;
    private static final int FEWEST_LINES = 2;
    private static final int LONGEST_SOURCE = 80;
    private static final int SHORTEST_WORDING = 5;
    private static final int LONGEST_WORDING = 300;
    private static final int LONGEST_LINE = 120;

    ManualVoucher {
        source = plain(source);
        wording = plain(wording);
        lines = List.copyOf(lines);
    }

    /** Σ debit. */
    Dong debit() {
        return Dong.sum(lines.stream().map(line -> line.amount.max(Dong.ZERO)).toList());
    }

    /** Σ credit. */
    Dong credit() {
        return Dong.sum(
                lines.stream().map(line -> line.amount.negate().max(Dong.ZERO)).toList());
    }

    /** What each account is debited, or credited where it is negative. */
    Map<String, Dong> sums() {
        Map<String, Dong> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.account, line.amount, Dong::plus));
        return sums;
    }

    /**
     * Refuses what is no voucher, whatever the accounts.
     *
     * @throws Refused {@link LedgerRefusal#VOUCHER_WORDING}, {@link LedgerRefusal#VOUCHER_LINES}, {@link
     *     LedgerRefusal#VOUCHER_UNBALANCED}
     */
    void requireWhole() {
        if (source.isEmpty()
                || source.length() > LONGEST_SOURCE
                || wording.length() < SHORTEST_WORDING
                || wording.length() > LONGEST_WORDING
                || lines.stream().anyMatch(line -> line.wording.length() > LONGEST_LINE)) {
            throw new Refused(
                    LedgerRefusal.VOUCHER_WORDING, LONGEST_SOURCE, SHORTEST_WORDING, LONGEST_WORDING, LONGEST_LINE);
        }
        if (lines.size() < FEWEST_LINES || lines.size() > MOST_LINES || sums().size() < FEWEST_LINES) {
            throw new Refused(LedgerRefusal.VOUCHER_LINES, FEWEST_LINES, MOST_LINES);
        }
        if (!debit().equals(credit()) || sums().values().stream().anyMatch(Dong::isZero)) {
            throw new Refused(LedgerRefusal.VOUCHER_UNBALANCED, debit(), credit());
        }
    }

    /** The same with the other signs. */
    ManualVoucher back(LocalDate day, String reason) {
        return new ManualVoucher(
                day,
                source,
                reason.length() < SHORTEST_WORDING ? wording : shortened(reason),
                lines.stream()
                        .map(line -> new Line(line.account, line.amount.negate(), line.wording))
                        .toList());
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_WORDING ? words : words.substring(0, LONGEST_WORDING);
    }

    Facts facts() {
        return Facts.none()
                .text("lines", String.join("\n", lines.stream().map(Line::text).toList()))
                .dong("amount", debit())
                .date("on", on)
                .text("source", source)
                .text("wording", wording);
    }

    static ManualVoucher of(Facts facts) {
        var text = facts.has("lines") ? facts.textOf("lines") : "";
        return new ManualVoucher(
                facts.dateOf("on"),
                facts.textOf("source"),
                facts.textOf("wording"),
                text.lines().map(Line::of).toList());
    }

    private static String plain(String typed) {
        return Spelling.ofLine(typed);
    }

    /** One line; debit positive, credit negative. */
    record Line(String account, Dong amount, String wording) {

        Line {
            wording = plain(wording);
        }

        private String text() {
            return account + " " + amount.amount() + " " + wording;
        }

        private static Line of(String text) {
            var parts = text.split(" ", 3);
            return new Line(parts[0], new Dong(Long.parseLong(parts[1])), parts.length > 2 ? parts[2] : "");
        }
    }
}
