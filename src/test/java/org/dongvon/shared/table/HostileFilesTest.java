package org.dongvon.shared.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dongvon.shared.table.HostileParts.HEADER;
import static org.dongvon.shared.table.HostileParts.ROW;
import static org.dongvon.shared.table.HostileParts.attributes;
import static org.dongvon.shared.table.HostileParts.elsewhere;
import static org.dongvon.shared.table.HostileParts.file;
import static org.dongvon.shared.table.HostileParts.many;
import static org.dongvon.shared.table.HostileParts.noise;
import static org.dongvon.shared.table.HostileParts.other;
import static org.dongvon.shared.table.HostileParts.plain;
import static org.dongvon.shared.table.HostileParts.sheet;
import static org.dongvon.shared.table.HostileParts.strings;
import static org.dongvon.shared.table.HostileParts.underTheRatio;
import static org.dongvon.shared.table.HostileParts.zeros;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody should have to open: each is refused by name, whatever it claims to be. */
class HostileFilesTest {

    private static final List<String> COLUMNS = List.of("unit", "value");
    private static final String TEXT = "unit,value\nLECHAN,5\n";
    private static final String ENTITIES =
            "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    private static final String OUTSIDE =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet>&f;</worksheet>";

    static Stream<Arguments> workbooks() {
        return Stream.of(swelling(), declaring(), linking(), strangeParts(), strangeSheets(), disguised())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> swelling() {
        return Stream.of(
                file("a sheet of 200 MB", TableRefusal.SWELLS, sheet(zeros(200 << 20))),
                file(
                        "a part that swells in a nested archive",
                        TableRefusal.SWELLS,
                        plain().named("xl/media/a.zip", Workbooks.zip(Map.of("b", new byte[1 << 20])))),
                file(
                        "a copy of itself inside",
                        TableRefusal.SWELLS,
                        plain().named("xl/media/quine.bin", plain().bytes())),
                file("100 000 parts", TableRefusal.SWELLS, many(100_000)),
                file("parts just under the ratio, many of them", TableRefusal.SWELLS, underTheRatio()),
                file(
                        "shared strings of 200 MB",
                        TableRefusal.SWELLS,
                        plain().named("xl/sharedStrings.xml", zeros(200 << 20))),
                file("entities in entities", TableRefusal.XML_DECLARATIONS, sheet(ENTITIES.getBytes(UTF_8))),
                file("an entity outside", TableRefusal.XML_DECLARATIONS, sheet(OUTSIDE.getBytes(UTF_8))));
    }

    private static Stream<Arguments> declaring() {
        return Stream.of(
                file(
                        "an entity in the strings",
                        TableRefusal.XML_DECLARATIONS,
                        plain().named("xl/sharedStrings.xml", OUTSIDE)),
                file(
                        "an entity in UTF-16",
                        TableRefusal.XML_DECLARATIONS,
                        sheet(OUTSIDE.getBytes(StandardCharsets.UTF_16))),
                file(
                        "an entity in UTF-7",
                        TableRefusal.XML_DECLARATIONS,
                        sheet("<?xml version=\"1.0\" encoding=\"UTF-7\"?><worksheet/>".getBytes(UTF_8))),
                file(
                        "links to other workbooks",
                        TableRefusal.EXTERNAL_LINKS,
                        plain().named("xl/externalLinks/externalLink1.xml", "<externalLink/>")),
                file(
                        "a connection",
                        TableRefusal.EXTERNAL_LINKS,
                        plain().named("xl/connections.xml", "<connections/>")),
                file(
                        "an embedded object",
                        TableRefusal.EXTERNAL_LINKS,
                        plain().named("xl/embeddings/oleObject1.bin", "x")),
                file("macros", TableRefusal.MACROS, plain().named("xl/vbaProject.bin", "x")),
                file(
                        "the type of a workbook with macros",
                        TableRefusal.MACROS,
                        plain().named(
                                        "[Content_Types].xml",
                                        "<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>")));
    }

    private static Stream<Arguments> linking() {
        return Stream.of(
                file("old macro sheets", TableRefusal.MACROS, plain().named("xl/macrosheets/sheet1.xml", "<a/>")),
                file("a part above the folder", TableRefusal.BAD_PART_NAME, plain().named("../evil.xml", "<a/>")),
                file(
                        "a part at the root of the disk",
                        TableRefusal.BAD_PART_NAME,
                        plain().named("/etc/evil.xml", "<a/>")),
                file("a part with a backslash", TableRefusal.BAD_PART_NAME, plain().named("xl\\evil.xml", "<a/>")),
                file("a part on a drive", TableRefusal.BAD_PART_NAME, plain().named("C:evil.xml", "<a/>")),
                file("a part named as a device", TableRefusal.BAD_PART_NAME, plain().named("xl/NUL.xml", "<a/>")),
                file(
                        "a very long part name",
                        TableRefusal.BAD_PART_NAME,
                        plain().named("xl/" + "a".repeat(3000) + ".xml", "<a/>")),
                file("two parts of one name", TableRefusal.BAD_PART_NAME, plain().named("XL/Workbook.xml", "<a/>")));
    }

    private static Stream<Arguments> strangeParts() {
        return Stream.of(
                file("a hidden sheet", TableRefusal.HIDDEN_SHEET, plain().sheets("", "state=\"hidden\"")),
                file("a very hidden sheet", TableRefusal.HIDDEN_SHEET, plain().sheets("", "state=\"veryHidden\"")),
                file("two sheets", TableRefusal.SEVERAL_SHEETS, plain().sheets("", "")),
                file(
                        "merged cells",
                        TableRefusal.MERGED_CELLS,
                        sheet(Workbooks.sheet(HEADER, ROW)
                                .replace(
                                        "</worksheet>",
                                        "<mergeCells><mergeCell ref=\"A1:B9\"/></mergeCells></worksheet>")
                                .getBytes(UTF_8))),
                file(
                        "a row numbered 2^31",
                        TableRefusal.TOO_MANY_ROWS,
                        sheet(Workbooks.sheet(HEADER, ROW)
                                .replace("r=\"2\"", "r=\"2147483648\"")
                                .getBytes(UTF_8))),
                file(
                        "a cell in row 2^31",
                        TableRefusal.TOO_MANY_ROWS,
                        Workbooks.of(HEADER, Workbooks.text("A2147483648", "x"))),
                file(
                        "a row of number words",
                        TableRefusal.TOO_MANY_ROWS,
                        sheet(Workbooks.sheet(HEADER, ROW)
                                .replace("r=\"2\"", "r=\"-1\"")
                                .getBytes(UTF_8))),
                file(
                        "300 000 rows",
                        TableRefusal.TOO_MANY_ROWS,
                        Workbooks.of(
                                IntStream.range(0, 300_000).mapToObj(i -> "").toArray(String[]::new))));
    }

    /** What looks plain, and is not what a reader finds. */
    private static Stream<Arguments> disguised() {
        return Stream.of(
                file("half a million attributes", TableRefusal.SWELLS, sheet(attributes(500_000))),
                file(
                        "half a million attributes in the styles",
                        TableRefusal.SWELLS,
                        plain().named("xl/styles.xml", attributes(500_000))),
                file("strings without end", TableRefusal.SWELLS, strings(2_000_001)),
                file(
                        "an entity in UTF-16 without a mark",
                        TableRefusal.XML_DECLARATIONS,
                        sheet(OUTSIDE.getBytes(StandardCharsets.UTF_16LE))),
                file(
                        "another encoding, told with spaces",
                        TableRefusal.XML_DECLARATIONS,
                        sheet("<?xml version=\"1.0\" encoding = 'UTF-7'?><worksheet/>".getBytes(UTF_8))),
                file(
                        "an entity in a sheet of another name",
                        TableRefusal.XML_DECLARATIONS,
                        elsewhere("xl/data.bin", OUTSIDE)),
                file(
                        "row 2^31 in a sheet of another name",
                        TableRefusal.TOO_MANY_ROWS,
                        elsewhere("xl/data.bin", Workbooks.sheet(HEADER, ROW).replace("r=\"2\"", "r=\"2147483648\""))),
                file(
                        "a cell in row 10^8",
                        TableRefusal.TOO_MANY_ROWS,
                        Workbooks.of(HEADER, Workbooks.text("A100000000", "x"))),
                file(
                        "a column behind entities",
                        TableRefusal.DAMAGED,
                        Workbooks.of(HEADER, Workbooks.text("&#90;ZZZ2", "x"))),
                file(
                        "days counted from 1904",
                        TableRefusal.DAYS_FROM_1904,
                        plain().named(
                                        "xl/workbook.xml",
                                        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\"/></sheets></workbook>")),
                file(
                        "a hidden sheet behind entities",
                        TableRefusal.HIDDEN_SHEET,
                        plain().sheets("state=\"h&#105;dden\"")),
                file(
                        "a cell of 10 MB in one piece of data",
                        TableRefusal.CELL_TOO_LONG,
                        Workbooks.of(HEADER, Workbooks.text("A2", "<![CDATA[" + noise(10 << 20) + "]]>"))));
    }

    /** The sheet that the workbook names is another part than the one that looks like it. */
    private static Stream<Arguments> strangeSheets() {
        return Stream.of(
                file(
                        "a million columns",
                        TableRefusal.TOO_MANY_COLUMNS,
                        Workbooks.of(HEADER, "<c/>".repeat(1_000_000))),
                file(
                        "a cell in column ZZZZ",
                        TableRefusal.TOO_MANY_COLUMNS,
                        Workbooks.of(HEADER, Workbooks.text("ZZZZ2", "x"))),
                file(
                        "a cell of 10 MB",
                        TableRefusal.CELL_TOO_LONG,
                        Workbooks.of(HEADER, Workbooks.text("A2", noise(10 << 20)))),
                file(
                        "a string of 10 MB",
                        TableRefusal.CELL_TOO_LONG,
                        plain().named("xl/sharedStrings.xml", "<sst><si><t>" + noise(10 << 20) + "</t></si></sst>")),
                file(
                        "XML cut off",
                        TableRefusal.DAMAGED,
                        sheet("<worksheet><sheetData><row r=\"1\">".getBytes(UTF_8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void areRefusedByName(String name, TableRefusal rule, byte[] content) {
        refuses("so-lieu.xlsx", content, rule);
    }

    static Stream<Arguments> others() {
        return Stream.of(otherKinds(), otherEncodings(), otherColumns()).flatMap(each -> each);
    }

    private static Stream<Arguments> otherKinds() {
        return Stream.of(
                other("nothing", "a.csv", TableRefusal.EMPTY_FILE, new byte[0]),
                other("blank lines", "a.csv", TableRefusal.EMPTY_FILE, "\n\n ,\n".getBytes(UTF_8)),
                other("an old workbook or a password", "a.xlsx", TableRefusal.ENCRYPTED, new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2
                }),
                other("a workbook called .csv", "a.csv", TableRefusal.WRONG_CONTENT, plain().bytes()),
                other("text called .xlsx", "a.xlsx", TableRefusal.WRONG_CONTENT, TEXT.getBytes(UTF_8)),
                other("a PDF called .csv", "a.csv", TableRefusal.WRONG_CONTENT, "%PDF-1.7 …".getBytes(UTF_8)),
                other(
                        "a page called .csv",
                        "a.csv",
                        TableRefusal.WRONG_CONTENT,
                        " <html><script>alert(1)</script>".getBytes(UTF_8)),
                other(
                        "a drawing called .csv",
                        "a.csv",
                        TableRefusal.WRONG_CONTENT,
                        "\ufeff<svg onload='x'/>".getBytes(UTF_8)),
                other("a picture called .csv", "a.csv", TableRefusal.WRONG_CONTENT, new byte[] {
                    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0
                }));
    }

    private static Stream<Arguments> otherEncodings() {
        return Stream.of(
                other(
                        "an archive that is no workbook",
                        "a.xlsx",
                        TableRefusal.DAMAGED,
                        Workbooks.zip(Map.of("readme.txt", "x".getBytes(UTF_8)))),
                other("an archive cut off", "a.xlsx", TableRefusal.DAMAGED, Arrays.copyOf(plain().bytes(), 200)),
                other("a workbook with macros by name", "a.xlsm", TableRefusal.NOT_A_TABLE, plain().bytes()),
                other("UTF-16", "a.csv", TableRefusal.NOT_UTF8, TEXT.getBytes(StandardCharsets.UTF_16)),
                other(
                        "UTF-16 without a mark",
                        "a.csv",
                        TableRefusal.NUL_BYTES,
                        TEXT.getBytes(StandardCharsets.UTF_16LE)),
                other(
                        "Windows-1258",
                        "a.csv",
                        TableRefusal.NOT_UTF8,
                        "unit,value\nĐô,5\n".getBytes(Charset.forName("windows-1258"))),
                other("NUL bytes", "a.csv", TableRefusal.NUL_BYTES, "unit,value\nLE\0CHAN,5\n".getBytes(UTF_8)),
                other(
                        "a quote that never ends",
                        "a.csv",
                        TableRefusal.BAD_QUOTES,
                        "unit,value\n\"LECHAN,5\n".getBytes(UTF_8)),
                other(
                        "text after a quote",
                        "a.csv",
                        TableRefusal.BAD_QUOTES,
                        "unit,value\n\"LE\"CHAN,5\n".getBytes(UTF_8)));
    }

    private static Stream<Arguments> otherColumns() {
        return Stream.of(
                other(
                        "a cell of 10 MB",
                        "a.csv",
                        TableRefusal.CELL_TOO_LONG,
                        ("unit,value\n" + "x".repeat(10 << 20) + ",5\n").getBytes(UTF_8)),
                other(
                        "a million columns",
                        "a.csv",
                        TableRefusal.TOO_MANY_COLUMNS,
                        ("unit,value\n" + ",".repeat(1_000_000)).getBytes(UTF_8)),
                other(
                        "a million rows",
                        "a.csv",
                        TableRefusal.TOO_MANY_ROWS,
                        ("unit,value\n" + "a,1\n".repeat(1_000_000)).getBytes(UTF_8)),
                other("21 MB", "a.csv", TableRefusal.FILE_TOO_LARGE, new byte[(20 << 20) + 1]),
                other("a column twice", "a.csv", TableRefusal.DUPLICATE_COLUMN, "unit,value,unit\n".getBytes(UTF_8)),
                other(
                        "a column that nobody knows",
                        "a.csv",
                        TableRefusal.UNKNOWN_COLUMN,
                        "unit,value,password\n".getBytes(UTF_8)),
                other(
                        "a column that is missing",
                        "a.csv",
                        TableRefusal.MISSING_COLUMN,
                        "unit\nLECHAN\n".getBytes(UTF_8)),
                other(
                        "a column that looks like one",
                        "a.csv",
                        TableRefusal.UNKNOWN_COLUMN,
                        "unіt,value\n".getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void ofOtherKindsAreRefusedByName(String name, String file, TableRefusal rule, byte[] content) {
        refuses(file, content, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.csv",
                "/etc/a.csv",
                "..\\a.csv",
                "C:\\a.csv",
                "a\0.csv",
                "CON.csv",
                "nul.xlsx",
                "a\u202evsc.csv",
                "a\nb.csv"
            })
    void namesThatAreNoNamesAreRefused(String name) {
        refuses(name, "unit,value\n".getBytes(UTF_8), TableRefusal.BAD_FILE_NAME);
    }

    /** Whatever is cut off or turned over: an answer by name, never another failure. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedCopiesAreReadOrRefusedByName(long seed) {
        var random = new Random(seed);
        var right = plain().bytes();
        for (int i = 0; i < 400; i++) {
            var copy = i % 2 == 0 ? right.clone() : Arrays.copyOf(right, random.nextInt(right.length));
            if (copy.length > 4) {
                copy[4 + random.nextInt(copy.length - 4)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                new TableFile("a.xlsx", copy).read(COLUMNS);
            } catch (Refused refused) {
                assertThat(refused.refusal()).as("seed %d, copy %d", seed, i).isInstanceOf(TableRefusal.class);
            }
        }
    }

    /** What spreadsheets write too: comments with apostrophes, data as it stands, entities that count as one character. */
    @Test
    void plainWorkbooksMayHaveCommentsAndEntities() {
        var cell = Workbooks.text("A2", "<![CDATA[K'Sor <b>]]>") + Workbooks.text("B2", "&amp;".repeat(32_767));
        var workbook = sheet(Workbooks.sheet(HEADER, cell)
                .replace("<sheetData>", "<!-- don't <row> \" --><sheetData><?mso don't?>")
                .getBytes(UTF_8));

        var row = new TableFile("a.xlsx", workbook.bytes()).read(COLUMNS).rows().getFirst();

        assertThat(row.cell("unit").text()).isEqualTo("K'Sor <b>");
        assertThat(row.cell("value").text()).hasSize(32_767);
    }

    private static void refuses(String name, byte[] content, TableRefusal rule) {
        assertThatThrownBy(() -> new TableFile(name, content).read(COLUMNS))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
