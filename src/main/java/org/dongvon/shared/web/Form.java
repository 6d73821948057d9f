package org.dongvon.shared.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.text.CountInput;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form, with the refusal of each field that could not be read, so that the page comes back with
 * everything in place. Read all fields, then ask {@link #isRight()} before using any: a field that was refused reads as
 * nothing.
 */
public final class Form {

    private static final String KEY = "key";
    private static final UUID NO_KEY = new UUID(0, 0);

    private final Map<String, String> typed;
    private final Map<String, Refused> wrong = new LinkedHashMap<>();

    /** A form with these values in its fields. */
    public Form(Map<String, String> typed) {
        this.typed = new LinkedHashMap<>(typed);
    }

    /** A form nobody has filled in yet. */
    public static Form empty() {
        return new Form(Map.of());
    }

    /** What to show in a field: exactly what was typed. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Fills a field in before the form is shown. */
    public Form with(String field, String value) {
        typed.put(field, value);
        return this;
    }

    /** Gives the form the key under which it is sent once, however often its button is pressed. */
    public Form withKey() {
        return with(KEY, UUID.randomUUID().toString());
    }

    /**
     * The key of {@link #withKey}.
     *
     * @throws Refused {@link SharedRefusal#PAGE_EXPIRED} when it is none
     */
    public UUID key() {
        return key(KEY);
    }

    /**
     * A key that the page itself filled in.
     *
     * @throws Refused {@link SharedRefusal#PAGE_EXPIRED} when it is none
     */
    public UUID key(String field) {
        return read(field, UUID::fromString, NO_KEY);
    }

    /** The key of one of the numbered things that the form is sent for: sent twice, it is the same. */
    public UUID keyOf(long number) {
        return UUID.nameUUIDFromBytes((key() + " " + number).getBytes(StandardCharsets.US_ASCII));
    }

    /** The amount in a field. */
    public Dong money(String field) {
        return read(field, MoneyInput::parse, Dong.ZERO);
    }

    /** The date in a field. */
    public LocalDate date(String field) {
        return read(field, DateInput::parse, LocalDate.EPOCH);
    }

    /** The count in a field. */
    public int count(String field) {
        return read(field, CountInput::parse, 0);
    }

    /**
     * Any field, by a parser that throws {@link Refused}; {@code nothing} stands in for a refused value.
     *
     * @throws Refused {@link SharedRefusal#PAGE_EXPIRED} when a key that the page itself filled in is none any more
     */
    public <T> T read(String field, Function<String, T> parser, T nothing) {
        try {
            return parser.apply(text(field));
        } catch (Refused refused) {
            refuse(field, refused);
            return nothing;
        } catch (IllegalArgumentException notOurs) {
            // What people type is refused by name; only a field that they do not see fails like this.
            throw new Refused(SharedRefusal.PAGE_EXPIRED);
        }
    }

    /** Marks a field; the first refusal of a field stays. */
    public void refuse(String field, Refused refused) {
        wrong.putIfAbsent(field, refused);
    }

    public boolean isRight() {
        return wrong.isEmpty();
    }

    /** The refused fields in the order they were read, for the summary on top. */
    public List<String> wrongFields() {
        return List.copyOf(wrong.keySet());
    }

    public @Nullable Refused wrong(String field) {
        return wrong.get(field);
    }

    /** The amount in words under a field; empty when it is none. */
    public String words(String field, Formats formats) {
        try {
            return formats.words(MoneyInput.parse(text(field)));
        } catch (Refused refused) {
            return "";
        }
    }
}
