package org.dongvon.shared.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
    /** How each entry of an archive's list of parts begins. */
    private static final byte[] LISTED = {'P', 'K', 1, 2};

    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    private static final Pattern MACRO_PART = Pattern.compile("(?i).*(vbaproject|macrosheets|activex|vbadata).*");
    private static final Pattern LINK_PART =
            Pattern.compile("(?i).*(externallinks|embeddings|oleobject|connections\\.xml|querytables).*");
    private static final Pattern DEVICE = Pattern.compile("(?i)(.*/)?(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.[^/]*)?");

    private final byte[] content;
    private final Set<String> names = new HashSet<>();
    private long inflated;
    private int sheets;

    WorkbookGuard(byte[] content) {
        this.content = content;
    }

    /** @throws Refused a constant of {@link TableRefusal} */
    void check() {
        requireFewParts();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            for (var part : parts) {
                checkName(part);
            }
            for (var part : parts) {
                checkContent(zip, part);
            }
        } catch (IOException e) {
            throw new Refused(TableRefusal.DAMAGED);
        } catch (RuntimeException e) {
            // The libraries meet damaged bytes with exceptions of many kinds.
            throw e instanceof Refused refused ? refused : new Refused(TableRefusal.DAMAGED);
        }
        if (sheets == 0) {
            throw new Refused(TableRefusal.DAMAGED);
        }
    }

    /** Counted where they are listed, before anything is made of them. */
    private void requireFewParts() {
        int parts = 0;
        for (int i = 0; i <= content.length - LISTED.length; i++) {
            if (content[i] == LISTED[0]
                    && content[i + 1] == LISTED[1]
                    && content[i + 2] == LISTED[2]
                    && content[i + 3] == LISTED[3]
                    && ++parts > MOST_PARTS) {
                throw new Refused(TableRefusal.SWELLS, parts);
            }
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

    private void checkContent(ZipFile zip, ZipArchiveEntry part) throws IOException {
        var bytes = inflate(zip, part);
        var name = part.getName();
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8) {
            throw new Refused(TableRefusal.SWELLS, shown(part));
        }
        if (isXml(name) || XmlGuard.looksLikeXml(bytes)) {
            new XmlGuard(shown(part), bytes).check();
        }
        if (name.equals("[Content_Types].xml") && text(bytes).contains("macroEnabled")) {
            throw new Refused(TableRefusal.MACROS);
        } else if (name.equals("xl/_rels/workbook.xml.rels") && text(bytes).contains("TargetMode=\"External\"")) {
            throw new Refused(TableRefusal.EXTERNAL_LINKS);
        } else if (SHEET.matcher(name).matches()) {
            sheets++;
        }
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
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

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String shown(ZipArchiveEntry part) {
        return Shortened.text(part.getName().replaceAll("\\p{Cntrl}", "�"), SHOWN);
    }
}
