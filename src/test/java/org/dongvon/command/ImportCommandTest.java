package org.dongvon.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures are loaded and checked at the terminal. */
class ImportCommandTest {

    private static final String HEADER = "unit,date,base,indicator,programme,association,source,value,scale,document\n";
    private static final String GOOD = "Phú Thọ,31/08/2025,,outstanding,,,,17.850,billion,báo\n";

    @TempDir
    private static Path folder;

    @Test
    void loadsAndChecksTheExampleFile() throws IOException {
        var example = Files.readString(Path.of("src/main/resources/reference/example-figures.csv"));

        var loaded = run("import", "figures", file("example.csv", example));

        assertThat(loaded.exit()).as(loaded.err()).isZero();
        assertThat(loaded.out())
                .isEqualTo("Loaded. Rows in the file: 52; new figures: 52; new versions from another document: 0;"
                        + " there already, unchanged: 0; bad cells: 0.\n");
        var checked = json(run("report", "figures-check", "--format", "json"));
        assertThat(checked.get("checked").asInt()).isGreaterThanOrEqualTo(27);
        assertThat(checked.get("broken")
                        .valueStream()
                        .map(each -> each.get("unit").asString() + " "
                                + each.get("date").asString() + " "
                                + each.get("indicator").asString() + " "
                                + each.get("identity").asString() + " "
                                + each.get("claimed").asString() + " "
                                + each.get("computed").asString()))
                .containsExactly(
                        "LECHAN 2024-05-17 programmes date 2024-11-22 2014-11-22",
                        "VN 2018-12-31 share_percent.outstanding share 20.2 20.32",
                        "VN 2024-10-31 share_percent.capital.local share 12.8 13.01");
        assertThat(run("report", "figures-check", "--unit", "LECHAN", "--format", "csv")
                        .out())
                .startsWith("section,code,measure,value\r\ntotal,,checked,5\r\ntotal,,broken,1\r\n");
        assertThat(run("report", "capital", "--unit", "VN", "--as-of", "2024-10-31")
                        .exit())
                .isNotEqualTo(2);
    }

    @Test
    void savesNothingWhenItOnlyLooksOrACellIsBad() {
        var good = file("look.csv", HEADER + GOOD.replace("Phú Thọ", "Look"));
        var bad = file("bad.csv", HEADER + GOOD.replace("Phú Thọ", "Bad") + GOOD.replace("17.850", "1.7.850"));

        assertThat(run("import", "figures", good, "--dry-run").exit()).isZero();
        var refused = run("import", "figures", bad);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("Row 3, column value: “1.7.850” is no number");
        assertThat(refused.err())
                .contains("1 cells are not right, the first in row 3, column value")
                .hasLineCount(1);
        assertThat(json(run("import", "figures", good, "--dry-run", "--json"))
                        .get("added")
                        .asInt())
                .isEqualTo(1);
        var looked = run("import", "figures", bad, "--json");
        assertThat(looked.exit()).isEqualTo(1);
        var told = json(looked);
        assertThat(told.get("saved").asBoolean()).isFalse();
        assertThat(told.get("bad").get(0).get("row").asInt()).isEqualTo(3);
        assertThat(told.get("bad").get(0).get("code").asString()).isEqualTo("NOT_PRINTED_NUMBER");
        assertThat(told.get("bad").get(0).get("vi").asString()).contains("không phải số");
        assertThat(told.get("bad").get(0).get("en").asString()).contains("no number");
        assertThat(run("import", "figures", bad, "--good-only").exit()).isZero();
        assertThat(json(run("import", "figures", bad, "--good-only", "--json"))
                        .get("present")
                        .asInt())
                .isEqualTo(1);
    }

    /** Whatever is wrong with a file or hides in a cell is told before a database is started for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    =1+1               | HONGHEO  | Row 2, column value
                    Lê Chân\u200b     | HONGHEO  | Row 2, column document
                    Hµ TÜnh            | HONGHEO  | Row 2, column document
                    1e9                | HONGHEO  | Row 2, column value
                    −0                 | HONGHEO  | Row 2, column value
                    """)
    void refusesWhatNoBooksCouldTakeBeforeAnythingIsOpened(String hidden, String programme, String says)
            throws IOException {
        boolean isValue = hidden.length() < 5;
        var row = "VN,31/08/2025,,outstanding," + programme + ",11,," + (isValue ? hidden : "17") + ",billion,"
                + (isValue ? "báo" : hidden.replace("\\u200b", "\u200b")) + "\n";
        var file = file("disguise.csv", HEADER + row + row.replace("31/08/2025", "31/02/2025"));
        var nowhere = folder.resolve("nowhere-" + UUID.randomUUID());

        var refused = Terminal.run("import", "figures", file, "--data", nowhere.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains(says).contains("Row 3, column date");
        assertThat(refused.err())
                .contains("3 cells are not right, the first in row 2")
                .hasLineCount(1);
        assertThat(nowhere).doesNotExist();
        assertThat(json(Terminal.run("import", "figures", file, "--json", "--data", nowhere.toString()))
                        .get("bad")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void readsWorkbooks() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "spreadsheet", "1.0")) {
            var sheet = workbook.newWorksheet("Số liệu");
            var rows = Stream.of(HEADER.strip(), "Vĩnh Long,31/12/2025,,outstanding,,,,14.832,billion,báo")
                    .toList();
            for (int r = 0; r < rows.size(); r++) {
                var cells = rows.get(r).split(",", -1);
                for (int c = 0; c < cells.length; c++) {
                    sheet.value(r, c, cells[c]);
                }
            }
        }
        var file = folder.resolve("so-lieu.xlsx");
        Files.write(file, out.toByteArray());

        assertThat(run("import", "figures", file.toString()).exit()).isZero();
        assertThat(json(run("import", "figures", file.toString(), "--json"))
                        .get("present")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    import                            | 2 | KIND
                    import figures                    | 2 | FILE
                    import rabbits /tmp/a.csv         | 2 | rabbits
                    import figures /nowhere/a.csv     | 1 | /nowhere/a.csv
                    import figures /etc/hostname      | 1 | no .csv or .xlsx
                    import classification /etc/hostname | 1 | no .csv or .xlsx
                    report figures-check --as-of 2024 | 2 | --as-of
                    """)
    void refusesInOneLine(String line, int exit, String says) {
        var refused = run(line.split(" "));

        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.err()).contains(says).hasLineCount(1);
    }

    private static String file(String name, String content) {
        var file = folder.resolve(name);
        try {
            Files.write(file, content.getBytes(UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file.toString();
    }

    private static Terminal run(String... words) {
        return Terminal.run(Stream.concat(
                        Arrays.stream(words),
                        Stream.of("--data", folder.resolve("data").toString()))
                .toArray(String[]::new));
    }

    private static JsonNode json(Terminal answer) {
        assertThat(answer.out()).as(answer.err()).isNotEmpty();
        return JsonMapper.builder().build().readTree(answer.out());
    }
}
