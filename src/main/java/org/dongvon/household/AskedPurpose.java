package org.dongvon.household;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;
import org.dongvon.shared.web.Form;

/**
 * The purpose that a reader gives for a reveal or an export, with a note.
 *
 * <p>Example: {@code AUTHORITY} with the note "CV 12/CAX" is asked for; {@code AUTHORITY} alone is refused.
 */
public record AskedPurpose(Purpose purpose, String note) {

    static final int LONGEST_NOTE = 200;
    static final int SHORTEST_NOTE = 5;

    /** Nine digits in a row, also with spaces, dots or hyphens between them: an identity or telephone number. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8}");

    /**
     * The purpose as given.
     *
     * @throws Refused {@link HouseholdRefusal#PURPOSE_MISSING} for a purpose that only pages have, {@link
     *     HouseholdRefusal#NOTE_MISSING}, {@link HouseholdRefusal#NOTE_TOO_LONG}, {@link
     *     HouseholdRefusal#NOTE_HOLDS_NUMBER}
     */
    public AskedPurpose {
        note = Spelling.of(note);
        if (!purpose.isAsked()) {
            throw new Refused(HouseholdRefusal.PURPOSE_MISSING);
        }
        checkNote(purpose, note);
    }

    /** Reads the fields {@code purpose} and {@code note}; what is wrong is marked in the form. */
    public static AskedPurpose of(Form form) {
        var purpose = form.read("purpose", AskedPurpose::parse, Purpose.IDENTIFY);
        var note = form.read("note", typed -> checkNote(purpose, typed.strip()), "");
        return new AskedPurpose(form.isRight() ? purpose : Purpose.IDENTIFY, form.isRight() ? note : "");
    }

    /** The purposes to choose from. */
    public static List<Purpose> choices() {
        return Arrays.stream(Purpose.values()).filter(Purpose::isAsked).toList();
    }

    /** A text without what looks like a number of a person. */
    static boolean holdsNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    private static Purpose parse(String typed) {
        return choices().stream()
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused(HouseholdRefusal.PURPOSE_MISSING));
    }

    private static String checkNote(Purpose purpose, String note) {
        if (purpose.needsNote() && note.length() < SHORTEST_NOTE) {
            throw new Refused(HouseholdRefusal.NOTE_MISSING, purpose);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused(HouseholdRefusal.NOTE_TOO_LONG, LONGEST_NOTE);
        }
        if (holdsNumber(note)) {
            throw new Refused(HouseholdRefusal.NOTE_HOLDS_NUMBER);
        }
        return note;
    }
}
