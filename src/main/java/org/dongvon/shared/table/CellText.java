package org.dongvon.shared.table;

import java.text.Normalizer;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * Texts of cells as the books may keep them: composed (NFC), one line, without characters that nobody sees, in Vietnamese
 * letters. The letters of the old fonts TCVN3 and VNI, and look-alikes of other scripts, are none: "Hµ TÜnh" is refused.
 */
public final class CellText {

    private static final String VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    /** Letters of the Central Highlands' languages that stand in names of places. */
    private static final String HIGHLANDS = "čƀŏĭŭĕ";

    private static final String MARKS = "–—−‘’“”…•₫";
    private static final String OTHERS = VOWELS
            + VOWELS.toUpperCase(java.util.Locale.ROOT)
            + HIGHLANDS
            + HIGHLANDS.toUpperCase(java.util.Locale.ROOT)
            + MARKS;
    private static final String STARTS_A_FORMULA = "=+-@−";
    private static final int SHOWN = 40;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private CellText() {}

    /**
     * A text of at most so many characters; empty when the cell is.
     *
     * @throws Refused {@link TableRefusal#FORMULA_CELL}, {@link TableRefusal#ERROR_CELL},
     *     {@link TableRefusal#TEXT_TOO_LONG}, {@link TableRefusal#INVISIBLE_CHARACTER},
     *     {@link TableRefusal#NOT_VIETNAMESE}
     */
    public static String of(Cell cell, int longest) {
        switch (cell.kind()) {
            case FORMULA -> throw new Refused(TableRefusal.FORMULA_CELL);
            case ERROR -> throw new Refused(TableRefusal.ERROR_CELL, Shortened.text(cell.text(), SHOWN));
            case TEXT, NUMBER -> {}
        }
        var text = cell.text().strip();
        if (text.length() > longest) {
            throw new Refused(TableRefusal.TEXT_TOO_LONG, longest);
        }
        return isPlain(text) ? text : checked(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /**
     * A name or note: a text that no spreadsheet would run as a formula when it is written out again.
     *
     * @throws Refused as {@link #of}, and {@link TableRefusal#RUNS_AS_FORMULA}
     */
    public static String name(Cell cell, int longest) {
        var text = of(cell, longest);
        if (!text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
            throw new Refused(TableRefusal.RUNS_AS_FORMULA, Shortened.text(text, SHOWN));
        }
        return text;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String checked(String text) {
        var written = text.replace(NO_BREAK_SPACE, ' ').strip();
        written.codePoints().forEach(c -> {
            if ((c >= ' ' && c <= '~') || OTHERS.indexOf(c) >= 0) {
                return;
            }
            if (!isSeen(c)) {
                throw new Refused(TableRefusal.INVISIBLE_CHARACTER, "U+" + "%04X".formatted(c));
            }
            throw new Refused(TableRefusal.NOT_VIETNAMESE, Shortened.text(written, SHOWN), Character.toString(c));
        });
        return written;
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
