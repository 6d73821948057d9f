package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dongvon.shared.Purpose;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Every column about people stands in {@code docs/personal-data.md} with its kind, purpose and legal basis. */
@SpringJUnitConfig(PersonalDataTest.NoBeans.class)
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class PersonalDataTest {

    private static final Path PAGE = Path.of("docs/personal-data.md");

    private static final Set<String> KINDS = Set.of("number", "plain", "credit", "sensitive");

    /** Tables of people that no foreign key to a person or household tells. */
    private static final Set<String> MORE = Set.of(
            "household.household",
            "household.person",
            "household.class_upload",
            "household.seen",
            "loan.job_plan",
            "loan.collateral",
            "loan.transfer",
            "loan.credit_use",
            "loan.incoming",
            "loan.freeze",
            "loan.risk_dossier",
            "loan.risk_evidence",
            "loan.risk_minutes",
            "loan.risk_participant",
            "identity.account",
            "organisation.staff",
            "capital.pledge",
            "capital.gift",
            "notice.message_step",
            "savings.unclaimed_payment",
            "session.field_event",
            "session.field_line",
            "session.hand_in",
            "session.line_remark",
            "session.provisional",
            "session.provisional_final",
            "session.receipt_print",
            "supervision.absence_step",
            "supervision.debt",
            "supervision.debt_step");

    private static final String TABLES = """
            select distinct n.nspname || '.' || c.relname
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f'
               and k.confrelid in ('household.person'::regclass, 'household.household'::regclass)
            """;

    private static final String COLUMNS = """
            select table_schema || '.' || table_name || '.' || column_name
              from information_schema.columns
             where table_schema || '.' || table_name = :table
            """;

    private static final String IN_VIEWS = """
            select distinct u.table_schema || '.' || u.table_name || '.' || u.column_name
              from information_schema.view_column_usage u
            """;

    private static final String NAMED_LIKE_SENSITIVE = """
            select table_schema || '.' || table_name || '.' || column_name
              from information_schema.columns
             where table_schema not in ('pg_catalog', 'information_schema')
               and column_name ~ '(^|_)(ethnic|nationality|religi|photo|picture|portrait|fingerprint$|biometr|health|disab|politic)'
               and table_schema <> 'database'
            """;

    private static final String DOCUMENTS = """
            select code from document.document
            """;

    private final OwnerDb db;

    PersonalDataTest(OwnerDb db) {
        this.db = db;
    }

    @Test
    void everyColumnAboutPeopleIsClassifiedAndNoOther() {
        var there = new TreeSet<String>();
        var tables = new TreeSet<>(MORE);
        tables.addAll(list(TABLES));
        for (var table : tables) {
            there.addAll(db.sql(COLUMNS)
                    .param("table", table)
                    .query((row, n) -> row.getString(1))
                    .list());
        }

        var classified =
                rows().stream().flatMap(row -> row.names().stream()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(classified).isEqualTo(there);
    }

    @Test
    void everyLineHasAKindAPurposeAndALawOfTheRegister() {
        var purposes = Arrays.stream(Purpose.values()).map(Enum::name).collect(Collectors.toSet());
        var documents = Set.copyOf(list(DOCUMENTS));
        for (var row : rows()) {
            assertThat(KINDS).as(row.toString()).contains(row.kind());
            assertThat(row.purposes()).as(row.toString()).isNotEmpty().allMatch(purposes::contains);
            assertThat(row.laws()).as(row.toString()).isNotEmpty().allMatch(documents::contains);
        }
    }

    @Test
    void sensitiveColumnsAreInNoViewThatListsReadFrom() {
        var sensitive = rows().stream()
                .filter(row -> row.kind().equals("sensitive"))
                .flatMap(row -> row.names().stream())
                .toList();

        assertThat(sensitive).contains("household.person.identity_encrypted", "household.person.identity_hash");
        assertThat(list(IN_VIEWS)).isNotEmpty().doesNotContainAnyElementsOf(sensitive);
    }

    @Test
    void whatTheDecreeCallsSensitiveIsNotKeptUnlessItIsClassifiedSo() {
        var sensitive = rows().stream()
                .filter(row -> row.kind().equals("sensitive"))
                .flatMap(row -> row.names().stream())
                .collect(Collectors.toSet());

        assertThat(list(NAMED_LIKE_SENSITIVE)).allMatch(sensitive::contains);
    }

    private List<String> list(String sql) {
        return db.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the page. */
    record Row(String table, List<String> columns, String kind, List<String> purposes, List<String> laws) {

        static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(
                    cells.get(1).replace("`", ""),
                    words(cells.get(2)),
                    cells.get(3),
                    words(cells.get(4)),
                    words(cells.get(5)));
        }

        List<String> names() {
            return columns.stream().map(column -> table + "." + column).toList();
        }

        private static List<String> words(String cell) {
            return Arrays.stream(cell.replace("`", "").split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    static class NoBeans {}
}
