package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.database.Database;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that close, report and verify; each starts the folder's server for its own time. */
class BooksCommandsTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aVillageWithOneClosedDay() {
        try (var database = Database.open(folder, ShippedData::load);
                var beans = new AnnotationConfigApplicationContext()) {
            CommandContext.register(beans.getBeanFactory(), database);
            beans.getBeanFactory().registerSingleton("ownerDb", new OwnerDb(database.owner()));
            beans.register(ModuleBeans.class);
            beans.refresh();
            var village = Village.in(beans, "LANG");
            var day = VillageDay.open(beans, village);
            day.lend(1, 5, "HONGHEO");
            day.end();
            VillageDay.close(beans, village, Village.FIRST_DAY);
            Village.in(beans, "XOM");
        }
    }

    @Test
    void closesADayWithALineAndTheSecondsOfEachStep() {
        var closed = run("close-day --unit XOM --date 2024-04-20");

        assertThat(closed.err()).isEmpty();
        assertThat(closed.exit()).isZero();
        assertThat(closed.out().lines().map(line -> line.replaceAll("\\d\\.\\d{3} s", "N s")))
                .containsExactly(
                        "18/04/2024  Sessions closed, cash as in the books: 0 (N s)",
                        "18/04/2024  Parts due and unpaid become overdue: 0 (N s)",
                        "18/04/2024  Totals, heads and flows: 0 (N s)",
                        "18/04/2024  Close the day, open the next: 1 (N s)",
                        "20/04/2024  Days without work: 2 (N s)",
                        "PGD XOM: closed 18/04/2024 to 20/04/2024, open day 21/04/2024");
        var json = json(run("close-day --unit XOM --json"));
        assertThat(json.get("openDay").asString()).isEqualTo("2024-04-22");
        assertThat(json.get("steps").get(0).get("step").asString()).isEqualTo("quiet-days");
        assertThat(json.get("steps").get(0).get("seconds").isNumber()).isTrue();
    }

    @Test
    void printsAReportAsTheContractSays() {
        var report = json(run("report directive40 --unit LANG --as-of 2024-04-18"));

        assertThat(report.get("outstanding").asLong()).isEqualTo(250_000_000);
        assertThat(report.get("outstandingBase").isNull()).isTrue();
        assertThat(run("report directive40 --unit LANG --as-of 2024-04-18 --format csv")
                        .out())
                .startsWith("section,code,measure,value\r\ntotal,LANG,outstanding,250000000\r\n");
    }

    @Test
    void namesTheReportsThereAre() {
        assertThat(run("report list").out().lines())
                .containsExactly(
                        "capital  Entrusted local capital",
                        "directive40  Directive-40 report",
                        "figures-check  Published figures");
    }

    @Test
    void checksTheBooksAndCountsWhatItChecked() {
        var verified = run("verify");

        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("✓ Balances of loans are the sums of their movements: 5");
        var json = json(run("verify --json"));
        assertThat(json.get("holds").asBoolean()).isTrue();
        assertThat(json.get("checks").size()).isEqualTo(19);
    }

    @Test
    void endsWithOneAndNamesTheLoanWhenTheBooksAreBroken() {
        changeFirstLoan(
                "update loan.part set principal = principal + 1 where loan_id = (select min(id) from loan.loan)");

        var verified = run("verify");
        var json = run("verify --json");

        changeFirstLoan(
                "update loan.part set principal = principal - 1 where loan_id = (select min(id) from loan.loan)");
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.err())
                .contains("loan LANG-1-0, IN_TERM: balance 50000001")
                .hasLineCount(1);
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json(json).get("holds").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            close-day --unit LANG-01                                             | 1 | not a transaction office
            close-day --unit LANG --date 2024-02-30                              | 2 | 2024-02-30
            close-day --unit LANG --date 18/04/2024                              | 2 | --date
            close-day                                                            | 2 | --unit is missing
            report                                                               | 2 | NAME is missing
            report directive40 --as-of 2024-04-18                                | 2 | --unit is missing
            report directive40 --unit LANG                                       | 2 | --as-of is missing
            report nothing --unit LANG --as-of 2024-04-18                        | 2 | no report “nothing”
            report directive40 --unit NOWHERE --as-of 2024-04-18                 | 1 | NOWHERE
            report directive40 --unit LANG --as-of 2024-04-31                    | 2 | 31
            report directive40 --unit LANG --as-of 2024-04-17                    | 1 | no closed day up to 17/04/2024
            report directive40 --unit LANG --as-of 2024-04-18 --format xlsx      | 1 | does not write xlsx yet
            report directive40 --unit LANG --as-of 2024-04-18 --format pdf       | 1 | does not write pdf yet
            report directive40 --unit LANG --as-of 2024-04-18 --format doc       | 2 | “doc” is not a format
            """)
    void refusesInOneLineWithoutAStackTrace(String line, int exit, String says) {
        var refused = run(line);

        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.err()).contains(says).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
    }

    private static void changeFirstLoan(String sql) {
        try (var database = Database.open(folder, ShippedData::load)) {
            new OwnerDb(database.owner()).sql(sql).update();
        }
    }

    private static Terminal run(String line) {
        var words = new ArrayList<>(List.of(line.split(" ")));
        words.add("--data");
        words.add(folder.toString());
        return Terminal.run(words.toArray(String[]::new));
    }

    private static JsonNode json(Terminal answer) {
        assertThat(answer.out()).as(answer.err()).isNotEmpty();
        return JsonMapper.builder().build().readTree(answer.out());
    }
}
