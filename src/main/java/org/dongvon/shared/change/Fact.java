package org.dongvon.shared.change;

import java.time.LocalDate;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * One field of a thing, as it was or as it shall be. Its label is the message {@code change.fact.<kind>.<name>}.
 *
 * @param name the field's name within its kind of change: lower-case letters and hyphens
 * @param type how the value is read and shown
 * @param value the value, written by its type; none when there is nothing
 */
public record Fact(String name, Type type, @Nullable String value) {

    /** How a value is written and shown. */
    public enum Type {
        /** As it stands, the same in both languages. */
        TEXT,
        /** Whole đồng. */
        DONG,
        /** A day, written 2026-11-27. */
        DATE,
        /** A whole number. */
        COUNT,
        /** An annual rate in units of 10^-8. */
        RATE,
        /** A key of the messages, such as {@code role.TELLER}. */
        WORD,
        /** Kept and compared, never shown: what is encrypted, an internal number. */
        HIDDEN
    }

    Fact withValue(@Nullable String other) {
        return new Fact(name, type, other);
    }

    /** The value as a fact of a sentence, a dash when there is none. */
    Object forSentence() {
        if (value == null) {
            return "–";
        }
        return switch (type) {
            case TEXT -> value;
            case DONG -> new Dong(Long.parseLong(value));
            case DATE -> LocalDate.parse(value);
            case COUNT -> Long.valueOf(value);
            case RATE -> new AnnualRate(Long.parseLong(value));
            case WORD -> new MessageKey(value);
            case HIDDEN -> "•••";
        };
    }
}
