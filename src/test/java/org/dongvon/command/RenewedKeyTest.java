package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.database.Database;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.NewAccount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank that lost the file of its signing keys, from the day of the loss to an auditor who proves the books across it. */
@TestMethodOrder(OrderAnnotation.class)
class RenewedKeyTest {

    private static final String RENEW = "seal-key renew --as mat.director --witness mat.manager --reason";

    @TempDir
    private static Path folder;

    @TempDir
    private static Path outside;

    @BeforeAll
    static void aVillageThatLosesItsKey() throws IOException {
        try (var database = Database.open(folder, ShippedData::load);
                var beans = new AnnotationConfigApplicationContext()) {
            CommandContext.register(beans.getBeanFactory(), database);
            beans.getBeanFactory().registerSingleton("ownerDb", new OwnerDb(database.owner()));
            beans.register(ModuleBeans.class);
            beans.refresh();
            var village = Village.withAccounts(beans, "MAT");
            beans.getBean(Accounts.class)
                    .create(
                            Actor.SYSTEM,
                            new NewAccount("mat.manager", "Bùi Thị Nhân", Role.DIRECTOR, village.office),
                            "mot mat khau rat dai");
            var day = VillageDay.open(beans, village);
            var group = day.lend(1, 5, "HONGHEO");
            day.save(group, 0, 50_000);
            day.end();
            VillageDay.close(beans, village, Village.FIRST_DAY);
        }
        assertThat(run("export roots " + outside.resolve("before.txt")).exit()).isZero();
        Files.delete(folder.resolve("seal.key"));
    }

    @Test
    @Order(1)
    void closesNoDayAndSaysWhatToDo() {
        var refused = run("close-day --unit MAT");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("signing key 1", "seal-key renew").hasLineCount(1);
        assertThat(run("seal-key --rotate").err()).contains("signing key 1");
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            seal-key renew --as mat.director --witness mat.director --reason x | 1 | the same one
            seal-key renew --as mat.director --witness mat.teller --reason x   | 1 | may not
            seal-key renew --as mat.teller --witness mat.director --reason x   | 1 | may not
            seal-key renew --as mat.director --witness nobody --reason x       | 1 | nobody
            seal-key renew --as mat.director --witness mat.manager             | 2 | --reason is missing
            seal-key renew --as mat.director --reason x                        | 2 | --witness is missing
            """)
    void refusesWhatIsNotAskedByTwoPersonsWithAReason(String line, int exit, String says) {
        var refused = run(line);

        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.err()).contains(says).hasLineCount(1);
        assertThat(run("seal-key").out()).hasLineCount(1);
    }

    @Test
    @Order(3)
    void refusesAReasonThatIsNoLine() {
        for (var reason : List.of(" ", "hai\ndòng", "x".repeat(301))) {
            assertThat(with(RENEW, reason).err())
                    .as(reason)
                    .contains("one line")
                    .hasLineCount(1);
        }
    }

    @Test
    @Order(4)
    void makesAKeyAnewThatStandsOnTheLastSealAndClosesDaysAgain() {
        var made = with(RENEW, "Hỏng ổ cứng, bản sao lưu cũng mất");

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out())
                .startsWith("Key 2: ")
                .contains("made anew", "“Hỏng ổ cứng, bản sao lưu cũng mất”", "signed through 18/04/2024")
                .contains("key 2 signs from 19/04/2024");
        assertThat(run("close-day --unit MAT --date 2024-05-17").exit()).isZero();
        assertThat(with(RENEW, "x").err()).contains("still in the data folder");
        assertThat(database(
                        "select count(*) from shared.submission where kind = 'ledger.RenewKey' and role = 'DIRECTOR'"
                                + " and answer ->> 'reason' like 'Hỏng%'"))
                .isEqualTo("1");
    }

    @Test
    @Order(5)
    void provesTheBooksAcrossTheChangeAndSaysFromWhichDayAnotherKeySigns() {
        var after = outside.resolve("after.txt");
        assertThat(run("export roots " + after).exit()).isZero();
        assertThat(run("export roots --days-only " + outside.resolve("days.txt"))
                        .exit())
                .isZero();

        var kept = run("verify --roots " + outside.resolve("before.txt"));
        var fresh = run("verify --roots " + after);
        var json = json(run("verify --json --roots " + after)).get("seals");

        assertThat(kept.exit()).as(kept.out() + kept.err()).isZero();
        assertThat(kept.out())
                .contains("Key 1 signs from 18/04/2024", "Key 2 is not in the roots file", "Key 2 was made anew");
        assertThat(fresh.exit()).as(fresh.out() + fresh.err()).isZero();
        assertThat(fresh.out())
                .contains("Key 2 of the roots file", "Key 2 signs from 19/04/2024 on", "No key vouches for it");
        assertThat(json.get("keys").get(1).get("signsFrom").asString()).isEqualTo("2024-04-19");
        assertThat(json.get("keys")
                        .get(1)
                        .get("renewed")
                        .get("carried")
                        .get(0)
                        .get("day")
                        .asString())
                .isEqualTo("2024-04-18");
        assertThat(run("verify").exit()).isZero();
    }

    @Test
    @Order(6)
    void anExportIsProvenAcrossTheChangeWithoutADatabase() {
        var books = outside.resolve("books.zip");
        assertThat(run("export books --unit MAT --from 2024-04-01 --to 2024-05-31 " + books)
                        .exit())
                .isZero();

        var proven = Terminal.run(
                "verify", "--roots", outside.resolve("after.txt").toString(), "--export", books.toString());

        assertThat(proven.exit()).as(proven.err()).isZero();
        assertThat(proven.out()).contains("2 closes", "Key 2 was made anew");
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource(delimiter = '|', textBlock = """
            ledger.seal_renewal | reason = 'Đổi máy'                         | reason = 'Hỏng ổ cứng, bản sao lưu cũng mất' | KEYS_CHANGED
            ledger.seal_renewal | witness = witness + 1                      | witness = witness - 1                      | KEYS_CHANGED
            ledger.seal_renewal | renewed_at = renewed_at + interval '1 day' | renewed_at = renewed_at - interval '1 day' | KEYS_CHANGED
            ledger.seal_carried | to_day = to_day + 29                       | to_day = to_day - 29                       | RENEWAL_BROKEN
            ledger.seal_carried | hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) | hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) | RENEWAL_BROKEN
            ledger.seal         | key = 3 - key                              | key = 3 - key                              | RENEWAL_BROKEN
            savings.movement    | amount = amount + 1                        | amount = amount - 1                        | CHANGED
            """)
    void findsWhateverIsChangedAroundTheChange(String table, String deed, String undo, String breach) {
        change(table, deed);
        var before = json(run("verify --json --roots " + outside.resolve("before.txt")));
        var after = json(run("verify --json --roots " + outside.resolve("after.txt")));
        var stored = run("verify");
        change(table, undo);

        assertThat(stored.exit()).isEqualTo(1);
        for (var found : List.of(before, after)) {
            assertThat(found.get("holds").asBoolean()).isFalse();
            assertThat(found.get("seals").get("breaches").findValuesAsString("kind"))
                    .contains(breach);
        }
    }

    @Test
    @Order(8)
    void findsThatTheSealBeforeTheChangeIsGone() {
        change("ledger.seal_carried", "to_day = to_day + 29");
        change("ledger.seal", "from_day = '2024-04-18' where from_day = '2024-04-19'");
        var found = json(run("verify --json --roots " + outside.resolve("before.txt")));
        change("ledger.seal", "from_day = '2024-04-19' where to_day = '2024-05-17'");
        change("ledger.seal_carried", "to_day = to_day - 29");

        assertThat(found.get("seals").get("breaches").findValuesAsString("kind"))
                .contains("RENEWAL_BROKEN", "KEYS_CHANGED");
    }

    private static void change(String table, String set) {
        try (var database = Database.open(folder, ShippedData::load)) {
            var owner = new OwnerDb(database.owner());
            owner.sql("alter table " + table + " disable trigger user").update();
            owner.sql("update " + table + " set " + set).update();
            owner.sql("alter table " + table + " enable trigger user").update();
        }
    }

    private static String database(String sql) {
        try (var database = Database.open(folder, ShippedData::load)) {
            return new OwnerDb(database.owner()).sql(sql).query(String.class).single();
        }
    }

    private static Terminal run(String line) {
        return with(line);
    }

    private static Terminal with(String line, String... more) {
        var words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        words.add("--data");
        words.add(folder.toString());
        return Terminal.run(words.toArray(String[]::new));
    }

    private static JsonNode json(Terminal answer) {
        assertThat(answer.out()).as(answer.err()).isNotEmpty();
        return JsonMapper.builder().build().readTree(answer.out());
    }
}
