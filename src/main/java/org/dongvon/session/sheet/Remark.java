package org.dongvon.session.sheet;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside a posted line: the teller's note, and who paid in the borrower's stead (<em>người nộp thay</em>).
 *
 * @param note empty for none
 * @param payer none when the borrower paid
 */
public record Remark(String note, @Nullable Delegate payer) {

    static final int LONGEST_NOTE = 200;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_RELATION = 50;

    /** Identity numbers are kept encrypted, never in a free text. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    /** Nothing was said. */
    public static final Remark NONE = new Remark("", null);

    /**
     * As it was typed, but for spaces around and between.
     *
     * @throws Refused {@link SessionRefusal#REMARK_TOO_LONG}, {@link SessionRefusal#REMARK_HOLDS_NUMBER}
     */
    public Remark {
        note = plain(note, LONGEST_NOTE);
        if (NUMBER.matcher(payer == null ? note : note + " " + payer.name() + " " + payer.relation())
                .find()) {
            throw new Refused(SessionRefusal.REMARK_HOLDS_NUMBER);
        }
    }

    /**
     * What was typed into the fields of a form.
     *
     * @throws Refused {@link SessionRefusal#PAYER_INCOMPLETE} when only one of name and relation is given
     */
    public static Remark of(String note, String name, String relation) {
        return name.isBlank() && relation.isBlank()
                ? new Remark(note, null)
                : new Remark(note, new Delegate(name, relation));
    }

    /** What is stored; nulls where nothing is. */
    public static Remark stored(@Nullable String note, @Nullable String paidBy, @Nullable String relation) {
        return of(Objects.toString(note, ""), Objects.toString(paidBy, ""), Objects.toString(relation, ""));
    }

    public boolean isEmpty() {
        return note.isEmpty() && payer == null;
    }

    /** In a form that is the same for the same remark; no text in it holds a tab. */
    String content() {
        return payer == null ? note : note + "\t" + payer.name() + "\t" + payer.relation();
    }

    private static String plain(String text, int longest) {
        var plain = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (plain.length() > longest) {
            throw new Refused(SessionRefusal.REMARK_TOO_LONG, plain.length(), longest);
        }
        return plain;
    }

    /** Who brought the money for the borrower, and what they are to the borrower. */
    public record Delegate(String name, String relation) {

        /** Both are known. */
        public Delegate {
            name = plain(name, LONGEST_NAME);
            relation = plain(relation, LONGEST_RELATION);
            if (Stream.of(name, relation).anyMatch(String::isEmpty)) {
                throw new Refused(SessionRefusal.PAYER_INCOMPLETE);
            }
        }
    }
}
