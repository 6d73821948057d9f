package org.dongvon.shared.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record.
 *
 * @param when the instant it was recorded
 * @param by who did it; none where the rows do not say
 * @param what the message that says it, with its facts
 * @param link the voucher, loan or document by which it was done
 * @param change a figure before and after, where there is one
 */
public record Event(
        When when,
        @Nullable By by,
        What what,
        @Nullable Link link,
        @Nullable Change change) {

    /** An instant, or only the day on which it holds. */
    public record When(Instant at, boolean dayOnly) {}

    /** A person of the bank; the name is missing for the server itself. */
    public record By(@Nullable String name, @Nullable Role role) {}

    /** A message and its facts: đồng, days, numbers and texts. */
    public record What(String key, List<Object> facts) {

        public static What of(String key, Object... facts) {
            return new What(key, List.of(facts));
        }
    }

    /** Where more is to be seen. */
    public record Link(String text, String path) {}

    /** A figure before and after. */
    public record Change(Object before, Object after) {}

    /** The columns {@code at} and {@code day_only}. */
    public static When when(ResultSet row) throws SQLException {
        return new When(row.getObject("at", OffsetDateTime.class).toInstant(), row.getBoolean("day_only"));
    }

    /** The columns {@code who} and {@code role}. */
    public static @Nullable By by(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return role == null ? null : new By(row.getString("who"), Role.valueOf(role));
    }
}
