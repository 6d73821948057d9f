package org.dongvon.shared.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * A .csv or .xlsx file that somebody handed in.
 *
 * <p>Nothing is believed: neither the name, nor the sizes that the file tells of itself. Every limit holds while
 * reading, so the largest file that is refused costs no more than the largest that is taken.
 */
public final class TableFile {

    /** The largest file that is opened. */
    public static final int LARGEST = 20 << 20;

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 64;
    /** As many characters as a spreadsheet's cell can hold. */
    static final int LONGEST_CELL = 32_767;

    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 60;
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private final String name;
    private final byte[] content;
    private @Nullable Table table;
    private @Nullable Object question;
    private @Nullable Object answer;

    /**
     * A file of a name and its bytes.
     *
     * @param name the last part of its name, for people and for its ending; never a path
     * @param content its bytes, which nobody changes any more
     * @throws Refused {@link TableRefusal#BAD_FILE_NAME}, {@link TableRefusal#NOT_A_TABLE},
     *     {@link TableRefusal#FILE_TOO_LARGE}, {@link TableRefusal#EMPTY_FILE}
     */
    public TableFile(String name, byte[] content) {
        requireName(name);
        if (!isCsv(name) && !isWorkbook(name)) {
            throw new Refused(TableRefusal.NOT_A_TABLE, Shortened.text(name, SHOWN));
        }
        if (content.length > LARGEST) {
            throw new Refused(TableRefusal.FILE_TOO_LARGE, LARGEST >> 20);
        }
        if (content.length == 0) {
            throw new Refused(TableRefusal.EMPTY_FILE);
        }
        this.name = name;
        this.content = content;
    }

    public String name() {
        return name;
    }

    /** Its bytes; not to be changed. */
    public byte[] content() {
        return content;
    }

    /**
     * The file at a path.
     *
     * @throws Refused {@link TableRefusal#NO_SUCH_FILE}, and what the file itself is refused for
     */
    public static TableFile at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Refused(TableRefusal.NO_SUCH_FILE, path);
        }
        var last = path.getFileName();
        var name = last == null ? "" : last.toString();
        try (var in = Files.newInputStream(path)) {
            // One byte more than allowed: a file that grows meanwhile is as large as one that was.
            return new TableFile(name, in.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its rows, under exactly these columns in any order; looked through once, however often it is asked.
     *
     * @throws Refused a constant of {@link TableRefusal} for a file that is not a plain table
     */
    public Table read(List<String> columns) {
        var known = table;
        if (known == null || !known.columns().equals(columns)) {
            known = readAnew(columns);
            table = known;
        }
        return known;
    }

    /** What is made of the file for a question; made once while the same is asked. */
    public <T> T once(Object asked, Class<T> kind, Supplier<T> making) {
        if (asked.equals(question) && kind.isInstance(answer)) {
            return kind.cast(answer);
        }
        var made = making.get();
        question = asked;
        answer = made;
        return made;
    }

    private Table readAnew(List<String> columns) {
        if (isCsv(name)) {
            requireText();
            return new Table(columns, CsvLines.of(content));
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Refused(TableRefusal.ENCRYPTED);
        }
        if (!startsWith('P', 'K', 3, 4)) {
            throw wrongContent();
        }
        new WorkbookGuard(content).check();
        return new Table(columns, WorkbookLines.of(content));
    }

    private void requireText() {
        if (startsWith('P', 'K', 3, 4)
                || startsWith(0xD0, 0xCF, 0x11, 0xE0)
                || startsWith('%', 'P', 'D', 'F')
                || startsWith(0x89, 'P', 'N', 'G')
                || startsWith(0xFF, 0xD8, 0xFF)
                || startsWith('G', 'I', 'F', '8')
                || new String(content, 0, Math.min(content.length, LONGEST_NAME), StandardCharsets.ISO_8859_1)
                        .replace("\u00ef\u00bb\u00bf", "")
                        .stripLeading()
                        .startsWith("<")) {
            throw wrongContent();
        }
    }

    private Refused wrongContent() {
        return new Refused(TableRefusal.WRONG_CONTENT, Shortened.text(name, SHOWN));
    }

    private boolean startsWith(int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static void requireName(String name) {
        boolean strange = name.length() > LONGEST_NAME
                || name.contains("/")
                || name.contains("\\")
                || name.contains("..")
                || DEVICE.matcher(name).matches()
                || name.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        if (strange) {
            throw new Refused(
                    TableRefusal.BAD_FILE_NAME, Shortened.text(name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "�"), SHOWN));
        }
    }
}
