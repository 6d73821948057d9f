package org.dongvon.ledger.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/** The head of a journal: what it is, when, where, and by whom. */
record JournalHead(long id, String kind, int voucher, Days days, Place place, Maker maker, Reversals reversals) {

    public String number() {
        return new VoucherNumber(place.pointCode(), days.business().getYear(), voucher).toString();
    }

    /** The day of the books, and the day from which the money counts. */
    record Days(LocalDate business, LocalDate value) {}

    /** The transaction point and its office. */
    record Place(String pointCode, String point, String officeCode, String office) {}

    /** Who submitted it, in which role, when, under which key. */
    record Maker(@Nullable String name, Role role, Instant at, UUID submission) {}

    /** The journal it takes back, and the one that took it back. */
    record Reversals(@Nullable Long reverses, @Nullable Long reversedBy) {}
}
