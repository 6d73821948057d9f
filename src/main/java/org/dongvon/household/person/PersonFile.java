package org.dongvon.household.person;

import java.time.Instant;
import java.time.LocalDate;
import org.dongvon.household.Born;
import org.dongvon.household.Households.Sex;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.IdentityNumber;
import org.jspecify.annotations.Nullable;

/** What the register of households holds about a person; of the identity number only the last digits. */
record PersonFile(long id, String name, Born born, Sex sex, String last4, boolean restricted, Home home) {

    /** The household and where it is served; the office's open day. */
    record Home(String household, String hamlet, long pointId, String point, String office, LocalDate openDay) {}

    /** The day of birth; the first of January where only the year is known. */
    public LocalDate bornOn() {
        return born.on();
    }

    public String identity() {
        return IdentityNumber.masked("00000000" + last4);
    }

    /** A request to restrict processing, or its end. */
    record Restriction(
            boolean restricted,
            String reason,
            Instant at,
            @Nullable String by) {}

    /** Who saw the person's data. */
    record Sight(
            long id,
            Instant at,
            @Nullable String by,
            Role role,
            String kind,
            String page,
            Purpose purpose,
            String note) {}
}
