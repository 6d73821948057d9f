package org.dongvon.shared.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * Walks once over the bytes of a part before a parser sees them, and stops at the first declaration, attribute, row,
 * column or cell beyond the limits. A parser compares each attribute of a tag with all others, so half a million of them
 * would keep it for minutes; a walk is as long as the part. Whether the part is well-formed is left to the parser.
 */
final class XmlGuard {

    private static final int MOST_ATTRIBUTES = 128;
    private static final int MOST_TEXTS = 2_000_000;
    private static final int LONGEST_ADDRESS = 10;
    private static final int HEAD = 200;
    private static final int SHOWN = 60;
    private static final String SHARED = "sharedStrings";
    private static final Tag[] TAGS = Tag.values();

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern ROW_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final String part;
    private final byte[] bytes;
    private int at;

    private int sheets;
    private int rows;
    private int cells;
    private int texts;
    private int characters;
    private boolean isInCell;
    private String cell = SHARED;

    /** The part's name is for people. */
    XmlGuard(String part, byte[] bytes) {
        this.part = part;
        this.bytes = bytes;
    }

    /** Whether a part is XML whatever its name: it begins as XML of any encoding does. */
    static boolean looksLikeXml(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first == '<'
                || Character.isWhitespace(first)
                || (first == 0 && (second == '<' || second == 0))
                || (first == 0xEF && second == 0xBB)
                || (first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE);
    }

    /**
     * Looks at each byte until a limit is passed.
     *
     * @throws Refused a constant of {@link TableRefusal}
     */
    void check() {
        requirePlainStart();
        while (at < bytes.length) {
            if (bytes[at] == '<') {
                markup();
            } else {
                text();
            }
        }
    }

    /** Another encoding, UTF-16 without its mark among them, would hide what is looked for. */
    private void requirePlainStart() {
        at = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
        boolean opens = bytes.length > at && (bytes[at] == '<' || Character.isWhitespace(bytes[at]));
        var head = ENCODING.matcher(text(0, Math.min(bytes.length, HEAD)).toLowerCase(Locale.ROOT));
        boolean isOther = head.find()
                && !head.group(1).equals("utf-8")
                && !head.group(1).equals("utf8")
                && !head.group(1).equals("us-ascii");
        if (!opens || isOther || hasNul()) {
            throw declarations();
        }
    }

    private boolean hasNul() {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private void text() {
        boolean isEntity = false;
        for (; at < bytes.length && bytes[at] != '<'; at++) {
            // An entity is one character however it is written, and so are the bytes of one in UTF-8.
            boolean counts = !isEntity && (bytes[at] & 0xC0) != 0x80;
            isEntity = bytes[at] == '&' || (isEntity && bytes[at] != ';');
            if (counts) {
                countCharacter();
            }
        }
    }

    private void countCharacter() {
        if (isInCell && ++characters > TableFile.LONGEST_CELL) {
            throw new Refused(TableRefusal.CELL_TOO_LONG, Shortened.text(cell, SHOWN), TableFile.LONGEST_CELL);
        }
    }

    private void markup() {
        switch (at + 1 < bytes.length ? bytes[at + 1] : ' ') {
            case '?' -> at = after("?>", at + 2);
            case '!' -> commentOrData();
            case '/' -> endTag();
            default -> startTag();
        }
    }

    private void commentOrData() {
        if (starts("<!--")) {
            at = after("-->", at + 4);
        } else if (starts("<![CDATA[")) {
            int end = after("]]>", at + 9);
            for (; at < end; at++) {
                countCharacter();
            }
        } else {
            throw declarations();
        }
    }

    private void endTag() {
        int end = nameEnd(at + 2);
        var tag = tag(at + 2, end);
        isInCell = isInCell && tag != Tag.CELL && tag != Tag.SHARED_TEXT;
        at = after(">", end);
    }

    private void startTag() {
        int end = nameEnd(at + 1);
        var tag = tag(at + 1, end);
        element(tag, attribute(end, tag.attribute));
    }

    /** The value of the wanted attribute of the tag that stands here; goes behind the tag. */
    private @Nullable String attribute(int from, String wanted) {
        String value = null;
        int attributes = 0;
        int nameFrom = from;
        int nameTo = from;
        for (at = from; at < bytes.length && bytes[at] != '>'; ) {
            byte each = bytes[at];
            if (each == '"' || each == '\'') {
                int end = indexOf(each, at + 1);
                if (++attributes > MOST_ATTRIBUTES) {
                    throw new Refused(TableRefusal.SWELLS, part);
                }
                if (isNamed(wanted, nameFrom, nameTo)) {
                    value = text(at + 1, end);
                }
                at = end + 1;
            } else if (endsName(each)) {
                at++;
            } else {
                nameFrom = at;
                nameTo = nameEnd(at);
                at = nameTo;
            }
        }
        at++;
        return value;
    }

    private void element(Tag tag, @Nullable String value) {
        switch (tag) {
            case ROW -> {
                cells = 0;
                requireRow(++rows, value);
            }
            case CELL -> {
                enter(String.valueOf(value));
                requireColumn(cell, ++cells);
            }
            case SHARED_TEXT -> {
                enter(SHARED);
                if (++texts > MOST_TEXTS) {
                    throw new Refused(TableRefusal.SWELLS, part);
                }
            }
            case SHEET -> requireOneSeenSheet(value);
            case WORKBOOK -> requireDaysFrom1900(value);
            case MERGED -> throw new Refused(TableRefusal.MERGED_CELLS, Shortened.text(String.valueOf(value), SHOWN));
            case OTHER -> {}
        }
    }

    private void enter(String address) {
        isInCell = true;
        characters = 0;
        cell = address;
    }

    private void requireOneSeenSheet(@Nullable String state) {
        if (state != null
                && (state.contains("&") || state.toLowerCase(Locale.ROOT).contains("hidden"))) {
            throw new Refused(TableRefusal.HIDDEN_SHEET);
        }
        if (++sheets > 1) {
            throw new Refused(TableRefusal.SEVERAL_SHEETS);
        }
    }

    private static void requireDaysFrom1900(@Nullable String from1904) {
        if (from1904 != null && !from1904.equals("0") && !from1904.equals("false")) {
            throw new Refused(TableRefusal.DAYS_FROM_1904);
        }
    }

    private static void requireRow(int rows, @Nullable String number) {
        long row = number == null ? rows : rowNumber(number);
        if (row > TableFile.MOST_ROWS + 1 || rows > TableFile.MOST_ROWS + 1) {
            throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
        }
    }

    private static long rowNumber(String written) {
        return ROW_NUMBER.matcher(written).matches() ? Long.parseLong(written) : Long.MAX_VALUE;
    }

    private static void requireColumn(String address, int cells) {
        int column = 0;
        int i = 0;
        for (; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
            column = Math.min(column * 26 + address.charAt(i) - 'A' + 1, TableFile.MOST_COLUMNS + 1);
        }
        if (Math.max(column, cells) > TableFile.MOST_COLUMNS) {
            throw new Refused(TableRefusal.TOO_MANY_COLUMNS, TableFile.MOST_COLUMNS);
        }
        if (address.contains("&")) {
            throw new Refused(TableRefusal.DAMAGED);
        }
        // The row in a cell's own address is believed by readers too.
        if (address.length() > LONGEST_ADDRESS
                || (i > 0 && rowNumber(address.substring(i)) > TableFile.MOST_ROWS + 1)) {
            throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
        }
    }

    private Refused declarations() {
        return new Refused(TableRefusal.XML_DECLARATIONS, part);
    }

    private boolean starts(String word) {
        return isNamed(word, at, Math.min(bytes.length, at + word.length()));
    }

    private boolean isNamed(String word, int from, int to) {
        if (word.isEmpty() || to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Behind the next such word; the part's end when there is none. */
    private int after(String word, int from) {
        for (int i = from; i <= bytes.length - word.length(); i++) {
            if (isNamed(word, i, i + word.length())) {
                return i + word.length();
            }
        }
        return bytes.length;
    }

    private int indexOf(byte wanted, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < bytes.length && !endsName(bytes[i]) && bytes[i] != '>') {
            i++;
        }
        return i;
    }

    private static boolean endsName(byte each) {
        return each == ' '
                || each == '\t'
                || each == '\r'
                || each == '\n'
                || each == '='
                || each == '/'
                || each == '"'
                || each == '\'';
    }

    /** What a name means without its prefix. */
    private Tag tag(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                start = i + 1;
            }
        }
        for (var each : TAGS) {
            if (isNamed(each.word, start, to)) {
                return each;
            }
        }
        return Tag.OTHER;
    }

    private String text(int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
    }

    /** The elements that are looked at, each with the one of its attributes that counts. */
    private enum Tag {
        CELL("c", "r"),
        ROW("row", "r"),
        SHARED_TEXT("si", ""),
        SHEET("sheet", "state"),
        WORKBOOK("workbookPr", "date1904"),
        MERGED("mergeCell", "ref"),
        OTHER("", "");

        private final String word;
        private final String attribute;

        Tag(String word, String attribute) {
            this.word = word;
            this.attribute = attribute;
        }
    }
}
