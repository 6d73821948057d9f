package org.dongvon.loan.incoming;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.MoneyInput;
import org.dongvon.shared.text.Shortened;

/**
 * A line of a bank's list as it was entered: reference, day, amount, payer, text, between tabs (from a spreadsheet) or
 * semicolons (of a .csv).
 *
 * <p>Example: {@code FT26152-0011;18/05/2026;1.500.000;PHAN THI MAN;tra no LC-01-00418}.
 *
 * @param reference the bank's, letters and digits alone
 */
public record IncomingLine(String reference, LocalDate arrivedOn, Dong amount, String payer, String note) {

    /** The longest list that is taken at once. */
    static final int MOST = 500;

    private static final Pattern GAPS = Pattern.compile("[^0-9A-Z]+");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{3,40}");
    private static final int LONGEST_PAYER = 120;
    private static final int LONGEST_NOTE = 300;
    private static final int SHOWN = 40;

    /**
     * The lines of a list; empty ones are left out.
     *
     * @throws Refused {@link IncomingRefusal#INCOMING_EMPTY}, {@link IncomingRefusal#INCOMING_TOO_MANY}, {@link
     *     IncomingRefusal#INCOMING_CELL_UNREAD}, {@link IncomingRefusal#INCOMING_REFERENCE_TWICE}
     */
    public static List<IncomingLine> parse(String typed) {
        var rows = typed.split("\\R", -1);
        var lines = new ArrayList<IncomingLine>();
        var references = new HashSet<String>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isBlank()) {
                continue;
            }
            var line = line(i + 1, rows[i]);
            if (!references.add(line.reference)) {
                throw new Refused(IncomingRefusal.INCOMING_REFERENCE_TWICE, line.reference, i + 1);
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new Refused(IncomingRefusal.INCOMING_EMPTY);
        }
        if (lines.size() > MOST) {
            throw new Refused(IncomingRefusal.INCOMING_TOO_MANY, lines.size(), MOST);
        }
        return lines;
    }

    private static IncomingLine line(int row, String typed) {
        var cells = typed.split(typed.indexOf('\t') >= 0 ? "\t" : ";", -1);
        return new IncomingLine(
                read(row, cells, IncomingColumn.REFERENCE, IncomingLine::reference),
                read(row, cells, IncomingColumn.ARRIVED_ON, DateInput::parse),
                read(row, cells, IncomingColumn.AMOUNT, IncomingLine::positive),
                read(row, cells, IncomingColumn.PAYER, text -> text(text, 2, LONGEST_PAYER)),
                read(row, cells, IncomingColumn.NOTE, text -> text(text, 0, LONGEST_NOTE)));
    }

    private static <T> T read(int row, String[] cells, IncomingColumn column, Function<String, T> parser) {
        var cell = unquoted(column.of(cells));
        try {
            return parser.apply(cell);
        } catch (Refused | IllegalArgumentException unread) {
            throw new Refused(IncomingRefusal.INCOMING_CELL_UNREAD, row, column, Shortened.text(cell, SHOWN));
        }
    }

    private static String unquoted(String cell) {
        var text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }

    private static String reference(String cell) {
        var plain = GAPS.matcher(cell.toUpperCase(Locale.ROOT)).replaceAll("");
        if (!REFERENCE.matcher(plain).matches()) {
            throw new IllegalArgumentException(cell);
        }
        return plain;
    }

    private static Dong positive(String cell) {
        var amount = MoneyInput.parse(cell);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(cell);
        }
        return amount;
    }

    private static String text(String cell, int shortest, int longest) {
        var text = Normalizer.normalize(cell, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
        if (text.length() < shortest || text.length() > longest) {
            throw new IllegalArgumentException(cell);
        }
        return text;
    }
}
