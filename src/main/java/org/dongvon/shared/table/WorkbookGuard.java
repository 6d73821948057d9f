package org.dongvon.shared.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * Looks through a workbook before it is read. Each part is inflated once, counted as it comes, and must be plain XML
 * without declarations; the sheet must be a plain table. What a workbook says of its own sizes counts for nothing.
 */
final class WorkbookGuard {

    private static final int MOST_PARTS = 200;
    private static final int LONGEST_PART_NAME = 120;
    private static final long MOST_INFLATED = 160L << 20;
    private static final long MOST_RATIO = 200;
    private static final long RATIO_FREE = 16 << 20;
    private static final int BLOCK = 1 << 16;
    private static final int SHOWN = 60;

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    private static final Pattern MACRO_PART = Pattern.compile("(?i).*(vbaproject|macrosheets|activex|vbadata).*");
    private static final Pattern LINK_PART =
            Pattern.compile("(?i).*(externallinks|embeddings|oleobject|connections\\.xml|querytables).*");
    private static final Pattern DEVICE = Pattern.compile("(?i)(.*/)?(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.[^/]*)?");
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTITY = "<!ENTITY".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final Set<String> names = new HashSet<>();
    private long inflated;
    private int sheets;

    WorkbookGuard(byte[] content) {
        this.content = content;
    }

    /** @throws Refused a constant of {@link TableRefusal} */
    void check() {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new Refused(TableRefusal.SWELLS, parts.size());
            }
            for (var part : parts) {
                checkName(part);
            }
            for (var part : parts) {
                checkContent(zip, part);
            }
        } catch (IOException | XMLStreamException e) {
            throw new Refused(TableRefusal.DAMAGED);
        } catch (RuntimeException e) {
            // The libraries meet damaged bytes with exceptions of many kinds.
            throw e instanceof Refused refused ? refused : new Refused(TableRefusal.DAMAGED);
        }
        if (sheets == 0) {
            throw new Refused(TableRefusal.DAMAGED);
        }
    }

    private void checkName(ZipArchiveEntry part) {
        var name = part.getName();
        if (part.getGeneralPurposeBit().usesEncryption()) {
            throw new Refused(TableRefusal.ENCRYPTED);
        }
        boolean strange = name.length() > LONGEST_PART_NAME
                || name.startsWith("/")
                || name.contains("..")
                || hasBackslash(part)
                || name.contains(":")
                || DEVICE.matcher(name).matches()
                || name.chars().anyMatch(Character::isISOControl)
                || !names.add(name.toLowerCase(Locale.ROOT));
        if (strange) {
            throw new Refused(TableRefusal.BAD_PART_NAME, shown(part));
        }
        if (MACRO_PART.matcher(name).matches()) {
            throw new Refused(TableRefusal.MACROS);
        }
        if (LINK_PART.matcher(name).matches()) {
            throw new Refused(TableRefusal.EXTERNAL_LINKS);
        }
    }

    /** The library turns backslashes into slashes; what the archive says counts. */
    private static boolean hasBackslash(ZipArchiveEntry part) {
        var raw = part.getRawName();
        return new String(raw == null ? new byte[0] : raw, StandardCharsets.ISO_8859_1).contains("\\");
    }

    private void checkContent(ZipFile zip, ZipArchiveEntry part) throws IOException, XMLStreamException {
        var bytes = inflate(zip, part);
        var name = part.getName();
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8) {
            throw new Refused(TableRefusal.SWELLS, shown(part));
        }
        if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
            requirePlainXml(part, bytes);
        }
        if (name.equals("[Content_Types].xml") && text(bytes).contains("macroEnabled")) {
            throw new Refused(TableRefusal.MACROS);
        } else if (name.equals("xl/_rels/workbook.xml.rels") && text(bytes).contains("TargetMode=\"External\"")) {
            throw new Refused(TableRefusal.EXTERNAL_LINKS);
        } else if (name.equals("xl/workbook.xml")) {
            checkWorkbook(bytes);
        } else if (SHEET.matcher(name).matches()) {
            checkSheet(bytes);
        } else if (name.endsWith("sharedStrings.xml")) {
            checkTexts(bytes);
        }
    }

    private byte[] inflate(ZipFile zip, ZipArchiveEntry part) throws IOException {
        var out = new ByteArrayOutputStream();
        var block = new byte[BLOCK];
        long ratioLimit = RATIO_FREE + MOST_RATIO * Math.max(0, part.getCompressedSize());
        try (var in = zip.getInputStream(part)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                inflated += n;
                if (inflated > MOST_INFLATED || out.size() + n > ratioLimit) {
                    throw new Refused(TableRefusal.SWELLS, shown(part));
                }
                out.write(block, 0, n);
            }
        }
        return out.toByteArray();
    }

    private void requirePlainXml(ZipArchiveEntry part, byte[] bytes) {
        int start = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF ? 3 : 0;
        boolean opens = bytes.length > start && (bytes[start] == '<' || Character.isWhitespace(bytes[start]));
        // Another encoding would hide the declarations that are looked for.
        var head =
                new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean otherEncoding = head.contains("encoding=") && !head.contains("utf-8") && !head.contains("us-ascii");
        if (!opens || otherEncoding || contains(bytes, DOCTYPE) || contains(bytes, ENTITY)) {
            throw new Refused(TableRefusal.XML_DECLARATIONS, shown(part));
        }
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int i = 0; i <= bytes.length - word.length; i++) {
            if (bytes[i] == word[0] && bytes[i + 1] == word[1]) {
                int j = 2;
                while (j < word.length && bytes[i + j] == word[j]) {
                    j++;
                }
                if (j == word.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void checkWorkbook(byte[] bytes) throws XMLStreamException {
        int found = 0;
        for (var xml = reader(bytes); xml.hasNext(); ) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")) {
                var state = xml.getAttributeValue(null, "state");
                if (state != null && state.toLowerCase(Locale.ROOT).contains("hidden")) {
                    throw new Refused(TableRefusal.HIDDEN_SHEET);
                }
                found++;
            }
        }
        if (found > 1) {
            throw new Refused(TableRefusal.SEVERAL_SHEETS);
        }
    }

    private void checkSheet(byte[] bytes) throws XMLStreamException {
        sheets++;
        int rows = 0;
        int cells = 0;
        long characters = 0;
        var at = "";
        for (var xml = reader(bytes); xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                characters += xml.getTextLength();
                requireLength(at, characters);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        rows++;
                        cells = 0;
                        requireRow(xml, rows);
                    }
                    case "c" -> {
                        cells++;
                        characters = 0;
                        at = String.valueOf(xml.getAttributeValue(null, "r"));
                        requireColumn(at, cells);
                    }
                    case "mergeCell" ->
                        throw new Refused(
                                TableRefusal.MERGED_CELLS,
                                Shortened.text(String.valueOf(xml.getAttributeValue(null, "ref")), SHOWN));
                    default -> {}
                }
            }
        }
    }

    private static void requireRow(XMLStreamReader xml, int rows) {
        var number = xml.getAttributeValue(null, "r");
        long row = number == null ? rows : number.matches("[0-9]{1,9}") ? Long.parseLong(number) : Long.MAX_VALUE;
        if (row > TableFile.MOST_ROWS + 1 || rows > TableFile.MOST_ROWS + 1) {
            throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
        }
    }

    private static void requireColumn(String address, int cells) {
        int column = 0;
        for (int i = 0; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
            column = Math.min(column * 26 + address.charAt(i) - 'A' + 1, TableFile.MOST_COLUMNS + 1);
        }
        if (Math.max(column, cells) > TableFile.MOST_COLUMNS) {
            throw new Refused(TableRefusal.TOO_MANY_COLUMNS, TableFile.MOST_COLUMNS);
        }
        // The row in a cell's own address is believed by readers too.
        if (address.length() > 10) {
            throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
        }
    }

    private static void checkTexts(byte[] bytes) throws XMLStreamException {
        long characters = 0;
        for (var xml = reader(bytes); xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                characters = 0;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                characters += xml.getTextLength();
                requireLength("sharedStrings", characters);
            }
        }
    }

    private static void requireLength(String at, long characters) {
        if (characters > TableFile.LONGEST_CELL) {
            throw new Refused(TableRefusal.CELL_TOO_LONG, Shortened.text(at, SHOWN), TableFile.LONGEST_CELL);
        }
    }

    private static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
        return new InputFactoryImpl().createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String shown(ZipArchiveEntry part) {
        return Shortened.text(part.getName().replaceAll("\\p{Cntrl}", "�"), SHOWN);
    }
}
