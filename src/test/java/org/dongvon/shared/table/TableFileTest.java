package org.dongvon.shared.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final List<String> COLUMNS = List.of("unit", "date", "value");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unit,date,value\r\nLECHAN,2024-05-17,\"3,52\"\r\n",
                "\ufeffunit;date;value\nLECHAN;2024-05-17;3,52\n",
                "value,unit,date\n\"3,52\",LECHAN,2024-05-17",
                "\nunit,date,value\n\n LECHAN ,2024-05-17,\"3,52\",,\n"
            })
    void readsCellsBetweenCommasOrSemicolonsInAnyOrder(String text) {
        var row = table("a.csv", text.getBytes(UTF_8)).rows().getFirst();

        assertThat(CellText.of(row.cell("unit"), 40)).isEqualTo("LECHAN");
        assertThat(row.cell("date").text()).isEqualTo("2024-05-17");
        assertThat(row.cell("value").text()).isEqualTo("3,52");
        assertThat(row.surplus()).isZero();
    }

    @Test
    void countsRowsAsASpreadsheetDoes() {
        var rows = table("a.csv", "unit,date,value\n\nA,,\n\n\nB,,1,2\n".getBytes(UTF_8))
                .rows();

        assertThat(rows).extracting(Table.Row::number).containsExactly(3, 6);
        assertThat(rows.get(1).surplus()).isEqualTo(1);
    }

    @Test
    void readsWorkbooksAsSpreadsheetsWriteThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "spreadsheet", "1.0")) {
            var sheet = workbook.newWorksheet("Số liệu");
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.value(0, i, COLUMNS.get(i));
            }
            sheet.value(3, 0, "Lê Chân");
            sheet.value(3, 1, LocalDate.of(2024, 5, 17));
            sheet.style(3, 1).format("dd/mm/yyyy").set();
            sheet.value(3, 2, 242780);
            sheet.value(4, 0, "Hà Tĩnh");
            sheet.formula(4, 2, "1+1");
        }

        var rows = table("a.XLSX", out.toByteArray()).rows();

        assertThat(rows).extracting(Table.Row::number).containsExactly(4, 5);
        assertThat(rows.get(0).cell("unit")).isEqualTo(new Cell("Lê Chân", Cell.Kind.TEXT));
        assertThat(rows.get(0).cell("date")).isEqualTo(new Cell("45429", Cell.Kind.NUMBER));
        assertThat(rows.get(0).cell("value")).isEqualTo(new Cell("242780", Cell.Kind.NUMBER));
        assertThat(rows.get(1).cell("value").kind()).isEqualTo(Cell.Kind.FORMULA);
        assertThat(rows.get(1).cell("date").isEmpty()).isTrue();
    }

    @Test
    void refusesAPathWithoutAFile() {
        assertThatThrownBy(() -> TableFile.at(Path.of("/nowhere/a.csv")))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(TableRefusal.NO_SUCH_FILE));
    }

    /** Text as it was typed, and what is wrong with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hµ TÜnh              | NOT_VIETNAMESE
                    Haø Tónh             | NOT_VIETNAMESE
                    Нà Tĩnh              | NOT_VIETNAMESE
                    ＝1+1                | NOT_VIETNAMESE
                    =cmd()               | RUNS_AS_FORMULA
                    +84                  | RUNS_AS_FORMULA
                    -1                   | RUNS_AS_FORMULA
                    @SUM(1)              | RUNS_AS_FORMULA
                    L\u200bê Chân        | INVISIBLE_CHARACTER
                    \u202eLê Chân        | INVISIBLE_CHARACTER
                    L\u0007ê             | INVISIBLE_CHARACTER
                    L\tC                 | INVISIBLE_CHARACTER
                    abcdefghijklmnopqrstuvwxyzabcdefghijklmnop | TEXT_TOO_LONG
                    """)
    void refusesTextThatIsNoVietnamese(String text, TableRefusal rule) {
        assertThatThrownBy(() -> CellText.name(Cell.text(text), 40))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }

    @Test
    void composesTextAndKeepsNamesOfTheHighlands() {
        assertThat(CellText.name(Cell.text("Hu\u031b\u031bo\u031bng Khe\u0302".replace("\u031b\u031b", "\u031b")), 40))
                .isEqualTo("Hương Khê");
        assertThat(CellText.name(Cell.text("xã Čư M’gar, huyện K'Bang"), 40)).isEqualTo("xã Čư M’gar, huyện K'Bang");
        assertThat(CellText.name(Cell.text("Đắk Nông – 2020"), 40)).isEqualTo("Đắk Nông – 2020");
    }

    private static Table table(String name, byte[] content) {
        return new TableFile(name, content).read(COLUMNS);
    }
}
