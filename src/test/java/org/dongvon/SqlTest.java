package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dongvon.support.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * The server understands every statement of the program: each constant and file is prepared, not run, on the migrated
 * schema, as the application's role.
 */
@SpringJUnitConfig(SqlTest.NoBeans.class)
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class SqlTest {

    private static final Set<String> FIRST_WORDS = Set.of("select", "insert", "update", "delete", "with", "merge");

    /** Its tables stand in the database of a benchmark alone, which {@code BenchDbTest} runs. */
    private static final String YARDSTICK = "org.dongvon.command.bench.TpcB";

    private final DataSource dataSource;

    SqlTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void everyStatementOfTheProgramIsUnderstoodByTheServer() throws IOException, SQLException {
        var statements = constants();
        statements.putAll(files());
        var problems = new TreeMap<String, String>();

        try (var connection = dataSource.getConnection()) {
            for (var statement : statements.entrySet()) {
                problem(connection, statement.getValue())
                        .ifPresent(problem -> problems.put(statement.getKey(), problem));
            }
        }

        assertThat(statements).containsKey("org.dongvon.shared.Submissions.FIND");
        assertThat(problems).isEmpty();
    }

    @Test
    void namesTheWrongColumn() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(problem(connection, "select key, kint from shared.submission where key = :key"))
                    .hasValueSatisfying(problem -> assertThat(problem).contains("\"kint\" does not exist"));
        }
    }

    private static Map<String, String> constants() {
        var found = new TreeMap<String, String>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.dongvon");
        for (JavaClass type : classes) {
            if (type.getName().equals(YARDSTICK)) {
                continue;
            }
            for (var field : type.reflect().getDeclaredFields()) {
                text(field)
                        .filter(SqlTest::isSql)
                        .ifPresent(sql -> found.put(type.getName() + "." + field.getName(), sql));
            }
        }
        return found;
    }

    private static Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:org/dongvon/**/*.sql")) {
            found.put(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8));
        }
        return found;
    }

    private static Optional<String> text(Field field) {
        if (!Modifier.isStatic(field.getModifiers()) || field.getType() != String.class) {
            return Optional.empty();
        }
        try {
            field.setAccessible(true);
            return Optional.ofNullable((String) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSql(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", 3);
        return words.length > 1 && FIRST_WORDS.contains(words[0]);
    }

    private static Optional<String> problem(Connection connection, String sql) {
        // As Spring does before it sends a statement.
        var prepared = NamedParameterUtils.substituteNamedParameters(sql, EmptySqlParameterSource.INSTANCE);
        try (var statement = connection.prepareStatement(prepared)) {
            statement.getParameterMetaData();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static class NoBeans {}
}
