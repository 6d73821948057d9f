package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

    @TempDir
    private static Path outside;

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
            var group = day.lend(1, 5, "HONGHEO");
            day.save(group, 0, 50_000);
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
                        "18/04/2024  Freezes that end: 0 (N s)",
                        "18/04/2024  Parts due and unpaid become overdue: 0 (N s)",
                        "18/04/2024  Totals, heads and flows: 0 (N s)",
                        "18/04/2024  Rating of groups at month end: 0 (N s)",
                        "18/04/2024  Scoring of the day’s sessions: 0 (N s)",
                        "18/04/2024  Term deposits that mature: 0 (N s)",
                        "18/04/2024  Seal the day: 1 (N s)",
                        "18/04/2024  Close the day, open the next: 1 (N s)",
                        "20/04/2024  Days without work: 2 (N s)",
                        "PGD XOM: closed 18/04/2024 to 20/04/2024, open day 21/04/2024");
        var json = json(run("close-day --unit XOM --json"));
        assertThat(json.get("openDay").asString()).isEqualTo("2024-04-22");
        assertThat(json.get("steps").get(0).get("step").asString()).isEqualTo("quiet-days");
        assertThat(json.get("steps").get(0).get("seconds").isNumber()).isTrue();
    }

    @Test
    void rotatesTheKeyOfIdentityNumbers() throws java.io.IOException {
        var first = json(run("keys rotate --json"));
        int key = first.get("key").asInt();
        var second = run("keys rotate");

        assertThat(first.get("numbers").asInt()).isEqualTo(5);
        assertThat(second.exit()).isZero();
        assertThat(second.err()).contains("Re-encrypted 5 of 5 identity numbers.");
        assertThat(second.out()).contains("all are under key " + (key + 1) + " now");
        assertThat(java.nio.file.Files.readString(folder.resolve("personal-data.keys")))
                .contains("key." + (key + 1) + "=")
                .doesNotContain("key." + key + "=");
        assertThat(run("keys").exit()).isEqualTo(2);
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

    /** Five loans of 50 million, of capital of the centre alone. */
    @Test
    void tellsTheLocalShareAndWhatMoreMoneyWouldDo() {
        var share =
                json(run("report local-share --unit LANG --as-of 2024-04-18 --target 15 --year 2025 --add 500000000"));

        assertThat(share.get("local").asLong()).isZero();
        assertThat(share.at("/target/gapConstantTotal").asLong())
                .isEqualTo(share.get("total").asLong() * 15 / 100);
        assertThat(share.at("/target/yearly")).hasSize(2);
        assertThat(share.at("/whatIf/averages/basis").asString()).isEqualTo("ALL");
        assertThat(share.at("/whatIf/made/loans").asLong()).isEqualTo(10);
        assertThat(json(run("report local-share-years --unit LANG --as-of 2024-04-18"))
                        .get("years"))
                .hasSize(11);
    }

    @Test
    void namesTheReportsThereAre() {
        assertThat(run("report list").out().lines())
                .containsExactly(
                        "capital  Entrusted local capital",
                        "directive40  Directive-40 report",
                        "figures-check  Published figures",
                        "loans  List of loans",
                        "local-share  Local share",
                        "local-share-years  Local share by year",
                        "plan  Credit plan",
                        "telegram  Daily telegram",
                        "trial-balance  Trial balance",
                        "trial-balance-by-programme  Trial balance by programme");
    }

    @Test
    void checksTheBooksAndCountsWhatItChecked() {
        var verified = run("verify");

        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("✓ Balances of loans are the sums of their movements: 5");
        var json = json(run("verify --json"));
        assertThat(json.get("holds").asBoolean()).isTrue();
        assertThat(json.get("checks").size()).isEqualTo(75);
    }

    @Test
    void endsWithOneAndNamesTheLoanWhenTheBooksAreBroken() {
        changeBooks("update loan.part set principal = principal + 1 where loan_id = (select min(id) from loan.loan)");

        var verified = run("verify");
        var json = run("verify --json");

        changeBooks("update loan.part set principal = principal - 1 where loan_id = (select min(id) from loan.loan)");
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.err())
                .contains("loan LANG-1-0, IN_TERM: balance 50000001")
                .hasLineCount(1);
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json(json).get("holds").asBoolean()).isFalse();
    }

    @Test
    void provesTheClosedDaysFromTheRootsAndNamesTheVoucherThatWasChanged() throws IOException {
        var roots = outside.resolve("roots.txt");
        assertThat(run("export roots " + roots).out()).contains("seals written to");

        var whole = run("verify --roots " + roots);
        change("savings.movement", "update savings.movement set amount = amount + 1");
        var changed = run("verify --roots " + roots);
        var json = json(run("verify --json --roots " + roots));
        change("savings.movement", "update savings.movement set amount = amount - 1");

        assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out()).contains("Key 1 of the roots file", "✓ The books fit the published roots");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("LANG-01-24-000003 of LANG").hasLineCount(1);
        assertThat(json.get("holds").asBoolean()).isFalse();
        assertThat(json.get("seals").get("breaches").get(0).get("name").asString())
                .isEqualTo("LANG-01-24-000003");
    }

    @Test
    void provesAnExportWithoutDatabaseAndDataFolder() throws IOException {
        var roots = outside.resolve("auditor.txt");
        var books = outside.resolve("books.zip");
        run("export roots --unit LANG " + roots);
        assertThat(run("export books --unit LANG --from 2024-04-01 --to 2024-04-30 " + books)
                        .out())
                .contains("1 closes");

        var proven = Terminal.run("verify", "--roots", roots.toString(), "--export", books.toString());
        Files.writeString(roots, Files.readString(roots).replace("LANG-01-24-000002", "LANG-01-24-000009"));
        var forged = Terminal.run("verify", "--roots", roots.toString(), "--export", books.toString());

        assertThat(proven.exit()).as(proven.err()).isZero();
        assertThat(proven.out()).contains("Export of LANG", "✓ The books fit the published roots: 1 closes");
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.err()).contains("is not whole at line").hasLineCount(1);
        assertThat(Terminal.run("verify", "--export", books.toString()).exit()).isEqualTo(2);
        assertThat(run("export roots " + books).err()).contains("exists already");
        assertThat(run("export books --unit LANG --from 2024-04-30 --to 2024-04-01 " + outside.resolve("x"))
                        .exit())
                .isEqualTo(2);
        assertThat(run("export books --unit XOM --from 2020-01-01 --to 2020-01-02 " + outside.resolve("y"))
                        .err())
                .contains("has been sealed");
        assertThat(outside.resolve("y")).doesNotExist();
    }

    @Test
    void namesTheKeysAndMakesANewOne() {
        var before = run("seal-key");

        var after = run("seal-key --rotate");

        assertThat(before.out()).startsWith("Key 1: ").hasLineCount(1);
        assertThat(after.out()).startsWith(before.out()).hasLineCount(2);
        assertThat(run("verify").exit()).isZero();
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
            report local-share --unit LANG                                       | 2 | --as-of
            report local-share --unit LANG --as-of 2024-04-18 --target 100       | 2 | A share of 100 %
            report local-share --unit LANG --as-of 2024-04-18 --year 2023        | 2 | from 2024 to 2053
            report local-share --unit LANG --as-of 2024-04-18 --add 0            | 2 | above 0 đồng
            report local-share --unit LANG --as-of 2000-01-01                    | 1 | Choose another day
            report local-share-years --unit LANG --as-of 2014-12-31              | 1 | 31/12/2014
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

    private static void change(String table, String sql) {
        changeBooks("alter table " + table + " disable trigger user");
        changeBooks(sql);
        changeBooks("alter table " + table + " enable trigger user");
    }

    private static void changeBooks(String sql) {
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
