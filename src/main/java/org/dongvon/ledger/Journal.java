package org.dongvon.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * A balanced document of the books, not yet written: its header and its entries, which always sum to zero.
 *
 * @param header whose it is, when, and what kind
 * @param entries aggregated by account, programme and contract; no two with the same key, none of zero
 */
public record Journal(Header header, List<Entry> entries) {

    /**
     * The journal of these entries, summed by key.
     *
     * @throws IllegalArgumentException when debit and credit differ, or nothing is left to write
     */
    public Journal {
        entries = aggregated(entries);
        var sum = entries.stream().map(Entry::amount).reduce(Dong.ZERO, Dong::plus);
        if (sum.amount() != 0 || entries.size() < 2) {
            throw new IllegalArgumentException("unbalanced journal of " + header.kind() + ": entries sum to " + sum);
        }
    }

    /** Whether these entries cancel out completely, so that there is nothing to write. */
    public static boolean isEmpty(List<Entry> entries) {
        return aggregated(entries).isEmpty();
    }

    private static List<Entry> aggregated(List<Entry> entries) {
        Map<Key, Dong> sums = new LinkedHashMap<>();
        for (var entry : entries) {
            sums.merge(new Key(entry.account(), entry.programmeId(), entry.contractId()), entry.amount(), Dong::plus);
        }
        var result = new ArrayList<Entry>(sums.size());
        sums.forEach((key, amount) -> {
            if (amount.amount() != 0) {
                result.add(new Entry(key.account(), key.programmeId(), key.contractId(), amount));
            }
        });
        return List.copyOf(result);
    }

    private record Key(Account account, int programmeId, long contractId) {}

    /**
     * The head of a journal: whose it is, when, and what kind.
     *
     * @param submission the idempotency key of the submission that writes it
     * @param pointId the transaction point it belongs to
     * @param officeId the office whose day it is written on
     * @param businessDate the office's open day
     * @param valueDate the day from which the money counts for interest; never after the business date
     * @param kind what it records, such as SHEET
     * @param reverses the journal it takes back, if any
     */
    public record Header(
            UUID submission,
            long pointId,
            long officeId,
            LocalDate businessDate,
            LocalDate valueDate,
            String kind,
            @Nullable Long reverses) {

        public Header {
            if (valueDate.isAfter(businessDate)) {
                throw new IllegalArgumentException("value date " + valueDate + " after business date " + businessDate);
            }
        }
    }
}
