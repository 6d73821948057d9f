package org.dongvon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.database.Database;
import org.dongvon.support.OwnerDb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts at the terminal, on a folder without any. */
@TestMethodOrder(OrderAnnotation.class)
class UserCommandsTest {

    private static final String PASSWORD = "([2-9a-z]{4}-){4}[2-9a-z]{4}";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aCountryWithOneOffice() {
        try (var database = Database.open(folder, ShippedData::load)) {
            new OwnerDb(database.owner()).sql("""
                    with vn as (
                        insert into organisation.unit (code, kind, name, valid_from)
                        values ('VN', 'COUNTRY', 'Việt Nam', '2003-01-01') returning id),
                    office as (
                        insert into organisation.unit (code, kind, name, valid_from)
                        values ('LANG', 'OFFICE', 'PGD Làng', '2003-01-01') returning id)
                    insert into organisation.unit_parent (unit_id, parent_id, valid)
                    select office.id, vn.id, daterange('2003-01-01', null) from office, vn
                    """).update();
        }
    }

    @Test
    @Order(1)
    void makesTheFirstAdministrator() {
        var added = run("user", "add", "goc", "--name", "Trần Thị Gốc", "--unit", "VN", "--administrator");

        assertThat(added.err()).isEmpty();
        assertThat(added.exit()).isZero();
        assertThat(added.out()).matches("Account goc made\\. Password for the first log-in: " + PASSWORD + "\\R");
    }

    @Test
    @Order(2)
    void makesAccountsAndListsThem() {
        var json =
                json(run("user", "add", "ha", "--name", "Lê Thu Hà", "--role", "TELLER", "--unit", "LANG", "--json"));
        assertThat(json.get("oneTimePassword").asString()).matches(PASSWORD);

        assertThat(run("user", "list").out().lines())
                .containsExactly(
                        "goc  Trần Thị Gốc  [ADMINISTRATOR VN]  active, has to choose a password",
                        "ha  Lê Thu Hà  [TELLER LANG]  active, has to choose a password");
        var listed = json(run("user", "list", "--json")).get("users");
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(1).get("login").asString()).isEqualTo("ha");
        assertThat(listed.get(1).get("oneTimePassword").asBoolean()).isTrue();
    }

    @Test
    @Order(3)
    void givesOnePersonOneAccountWhateverTheLogin() {
        var number = "000190000001";
        assertThat(add("sen", number).exit()).isZero();

        var second = add("sen2", "0001 9000 0001");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("uses the account “sen”").hasLineCount(1);
        assertThat(run("user", "disable", "sen").exit()).isZero();
        assertThat(add("sen3", number).exit()).isZero();
        assertThat(people("sen", "sen3")).as("the same person").isEqualTo(1);
        assertThat(people("sen3", "ha")).isEqualTo(2);
    }

    @Test
    @Order(4)
    void closesResetsAndSets() {
        assertThat(run("user", "reset-password", "ha").out()).matches("One-time password of ha: " + PASSWORD + "\\R");
        assertThat(run("user", "setting", "IDLE_MINUTES").out()).isEqualToIgnoringNewLines("IDLE_MINUTES = 30");
        assertThat(json(run("user", "setting", "IDLE_MINUTES", "20", "--json"))
                        .get("IDLE_MINUTES")
                        .asInt())
                .isEqualTo(20);
        assertThat(run("user", "setting", "SECOND_FACTOR.TELLER", "1").out())
                .isEqualToIgnoringNewLines("SECOND_FACTOR.TELLER = 1");
        assertThat(run("user", "setting").out())
                .contains("IDLE_MINUTES = 20", "SECOND_FACTOR.ADMINISTRATOR = 1", "SIGN_IN_HOURS = 12");
        assertThat(json(run("user", "disable", "ha", "--json")).get("active").asBoolean())
                .isFalse();
        assertThat(run("user", "list").out()).contains("ha  Lê Thu Hà  []  closed");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource(delimiter = '|', textBlock = """
            user give goc                                                 | 2 | give
            user add                                                      | 2 | LOGIN
            user add x --name A --unit VN                                 | 2 | --role
            user add x --name A --role KING --unit VN                     | 2 | KING
            user add x1 --name A --role SYSTEM --unit VN                  | 1 | server’s own
            user add x1 --name A --role TELLER --unit VN                  | 1 | Việt Nam
            user add x1 --name A --role TELLER --unit LANG --administrator | 1 | role
            user add x1 --name A --role TELLER --unit NOWHERE             | 1 | NOWHERE
            user add Xyz --name A --role TELLER --unit LANG               | 2 | lower-case
            user add goc --name A --role TELLER --unit LANG               | 1 | taken
            user add x1 --name A --role TELLER --unit LANG --identity-number 123 | 2 | 12 digits
            user disable nobody                                           | 1 | no active account
            user reset-password nobody                                    | 1 | no active account
            user reset-second-factor goc                                  | 1 | not on
            user setting NOTHING                                          | 2 | NOTHING
            user setting IDLE_MINUTES 0                                   | 2 | out of bounds
            user setting IDLE_MINUTES 721                                 | 2 | out of bounds
            user setting SECOND_FACTOR.TELLER 2                           | 2 | out of bounds
            user setting SECOND_FACTOR.SYSTEM 1                           | 2 | SECOND_FACTOR.SYSTEM
            """)
    void refusesInOneLine(String line, int exit, String says) {
        var refused = run(line.strip().split(" +"));

        assertThat(refused.exit()).as(refused.err()).isEqualTo(exit);
        assertThat(refused.err()).containsIgnoringCase(says).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
    }

    private static Terminal add(String login, String number) {
        return run(
                "user",
                "add",
                login,
                "--name",
                "Đỗ Thị Sen",
                "--role",
                "TELLER",
                "--unit",
                "LANG",
                "--identity-number",
                number);
    }

    private static long people(String login, String other) {
        try (var database = Database.open(folder, ShippedData::load)) {
            return new OwnerDb(database.owner())
                    .sql("select count(distinct person_id) from identity.account where login in (:one, :other)")
                    .param("one", login)
                    .param("other", other)
                    .query(Long.class)
                    .single();
        }
    }

    private static Terminal run(String... line) {
        var words = new ArrayList<>(List.of(line));
        words.add("--data");
        words.add(folder.toString());
        return Terminal.run(words.toArray(String[]::new));
    }

    private static JsonNode json(Terminal answer) {
        assertThat(answer.out()).as(answer.err()).isNotEmpty();
        return JsonMapper.builder().build().readTree(answer.out());
    }
}
