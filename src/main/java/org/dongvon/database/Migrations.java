package org.dongvon.database;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dongvon.shared.Refused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Brings a database to the schema of this build: one Flyway a module, in the order of the module graph, with its
 * history in the module's own schema.
 */
public final class Migrations {

    /** The folders under {@code db/migration} in their order; what a module refers to comes before it. */
    public static final List<String> MODULES = List.of(
            "__root",
            "database",
            "shared",
            "document",
            "organisation",
            "identity",
            "programme",
            "ledger",
            "capital",
            "household",
            "group",
            "loan",
            "savings",
            "session",
            "notice",
            "supervision",
            "fee",
            "position",
            "report",
            "closing",
            "supervision",
            "simulation");

    private static final String HISTORY = "flyway_schema_history";

    private static final String HISTORIES = """
            select schemaname from pg_tables where tablename = :history order by schemaname
            """;

    /** What stands on the tables of all modules: who may do what, and how the planner takes the policies. */
    private static final List<String> AFTER_ALL = List.of("db/migration/rights.sql", "db/migration/policies.sql");

    private static final String KNOWN = "select to_regclass('database.migrated') is not null";

    private static final String FIND = "select fingerprint from database.migrated";

    private static final String STORE = """
            insert into database.migrated (fingerprint) values (:fingerprint)
                on conflict (single) do update set fingerprint = excluded.fingerprint
            """;

    private final DataSource owner;
    private final String place;

    /**
     * Migrations of one database.
     *
     * @param owner connections as the owner role
     * @param place the data folder or address, as people know it
     */
    public Migrations(DataSource owner, String place) {
        this.owner = owner;
        this.place = place;
    }

    /** Whether the database stands where this build's files bring it: two short questions. */
    boolean areDone() {
        var db = JdbcClient.create(owner);
        return db.sql(KNOWN).query(Boolean.class).single()
                && db.sql(FIND).query(String.class).optional().equals(Optional.of(ShippedFiles.fingerprint()));
    }

    /**
     * Runs what is missing.
     *
     * @throws Refused {@link DatabaseRefusal#DATA_OF_NEWER_BUILD} when the data holds a version that this build does
     *     not know, {@link DatabaseRefusal#DATA_OF_OTHER_BUILD} when a version was made from another text
     */
    public void run() {
        refuseUnknownSchemas();
        var flyways =
                MODULES.stream().filter(ShippedFiles::has).map(this::flyway).toList();
        flyways.forEach(this::refuseUnknownVersions);
        for (var flyway : flyways) {
            migrate(flyway);
        }
        finish();
    }

    /** Once all tables are there. */
    private void finish() {
        for (var name : AFTER_ALL) {
            var script = new ResourceDatabasePopulator(new ClassPathResource(name));
            // One block: the server reads it whole.
            script.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
            script.execute(owner);
        }
    }

    /** Notes that the database stands where this build's files bring it. */
    void remember() {
        JdbcClient.create(owner)
                .sql(STORE)
                .param("fingerprint", ShippedFiles.fingerprint())
                .update();
    }

    private void refuseUnknownSchemas() {
        JdbcClient.create(owner).sql(HISTORIES).param("history", HISTORY).query(String.class).list().stream()
                .filter(schema -> !MODULES.contains(schema) && !schema.equals("public"))
                .findFirst()
                .ifPresent(schema -> {
                    throw new Refused(DatabaseRefusal.DATA_OF_NEWER_BUILD, place, schema, "");
                });
    }

    private void refuseUnknownVersions(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS
                    || applied.getState() == MigrationState.MISSING_SUCCESS) {
                throw new Refused(
                        DatabaseRefusal.DATA_OF_NEWER_BUILD,
                        place,
                        schema(flyway),
                        String.valueOf(applied.getVersion()));
            }
        }
    }

    private void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw new Refused(DatabaseRefusal.DATA_OF_OTHER_BUILD, place, schema(flyway));
        }
    }

    private Flyway flyway(String module) {
        var schema = module.equals("__root") ? "public" : module;
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration/" + module)
                .schemas(schema)
                .defaultSchema(schema)
                .table(HISTORY)
                .failOnMissingLocations(true)
                .load();
    }

    private static String schema(Flyway flyway) {
        return flyway.getConfiguration().getDefaultSchema();
    }
}
