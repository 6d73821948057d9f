package org.dongvon.session.closing;

import java.util.TreeMap;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.CountInput;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;

/** The notes that somebody counted, as the fields {@code note-<denomination>} of a form say. An empty field is no note. */
public final class CountedNotes {

    /** The field that answers for the count as a whole. */
    public static final String FIRST = field(CashCount.DENOMINATIONS.getFirst());

    private CountedNotes() {}

    /** The count; none when one of the fields is wrong or the count is refused, which the form then says. */
    public static @Nullable CashCount read(Form form) {
        var notes = new TreeMap<Integer, Integer>();
        boolean read = true;
        for (int denomination : CashCount.DENOMINATIONS) {
            var field = field(denomination);
            notes.put(denomination, form.text(field).isBlank() ? 0 : form.read(field, CountInput::parse, 0));
            read &= form.wrong(field) == null;
        }
        try {
            return read ? new CashCount(notes) : null;
        } catch (Refused refused) {
            form.refuse(FIRST, refused);
            return null;
        }
    }

    private static String field(int denomination) {
        return "note-" + denomination;
    }
}
