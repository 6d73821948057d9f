package org.dongvon.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables on the pages and the golden tables are the same; the mark before a table names its file. */
class PagesGoldenTest {

    private static final String MARK = "<!-- golden: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interest",
                "schedule",
                "disbursement",
                "allocation",
                "overdue",
                "repayment-shapes",
                "servicing",
                "seals",
                "published-figures",
                "local-share",
                "plan",
                "group-rating",
                "after-the-session",
                "retroactive-rates",
                "thirty-two-programmes"
            })
    void eachPageShowsItsGoldenTables(String subject) throws IOException {
        var shown = tables(Files.readAllLines(Path.of("docs/domain/" + subject + ".md"), UTF_8));

        assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(Golden.tables(subject));
        shown.forEach((name, rows) -> assertThat(rows).as(name).isEqualTo(Golden.read(name)));
    }

    @Test
    void seesARowThatDiffers() {
        var page =
                List.of(MARK + "interest/rates -->", "", "| case | rate |", "| --- | --- |", "| a | 1 |", "", "| b |");

        assertThat(tables(page))
                .isEqualTo(Map.of("interest/rates", List.of(List.of("case", "rate"), List.of("a", "1"))));
    }

    private static Map<String, List<List<String>>> tables(List<String> page) {
        var tables = new LinkedHashMap<String, List<List<String>>>();
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).startsWith(MARK)) {
                var name = page.get(i).replace(MARK, "").replace(" -->", "");
                tables.put(name, table(page.subList(i + 1, page.size())));
            }
        }
        return tables;
    }

    private static List<List<String>> table(List<String> after) {
        var rows = new ArrayList<List<String>>();
        after.stream()
                .dropWhile(String::isBlank)
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("| --- ") && !line.equals("| --- |"))
                .forEach(line -> rows.add(cells(line)));
        return rows;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
