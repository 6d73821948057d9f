package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The roles of a server. Two log in, and neither is a superuser: the owner bypasses row-level security, the application
 * does not and owns nothing. The others log in nowhere: they hold rights, which {@code db/migration/rights.sql} gives
 * out, and the application has them by membership.
 */
final class Roles {

    static final String OWNER = "dongvon_owner";

    static final String APP = "dongvon_app";

    /** What the application holds without asking: reading and writing. */
    private static final String READ_WRITE = "app_rw";

    /** What the application becomes for one transaction, by name: reading only, a narrowed scope, posting a sheet only,
     * sealing only, reading what seals stand on only. */
    private static final List<String> ON_DEMAND =
            List.of("app_ro", "app_narrow_rw", "app_narrow_ro", "sync_rw", "sealer", "seal_ro");

    /** Whom the policies that narrow a scope bind; it holds no right. */
    private static final String NARROW = "app_narrow";

    /** What the pages without a log-in read as. */
    private static final String PORTAL = "portal_ro";

    /** Who may become the owner, to upgrade; operators are made members for that time. */
    private static final String MIGRATOR = "migrator";

    /** Written when all is made; a folder that says something older is brought up to it. */
    private static final String MADE = "5";

    private static final String QUICK_HASH = "set scram_iterations = " + Secrets.ROUNDS + ";\n";

    private static final String ROLE_EXISTS = "select exists(select from pg_roles where rolname = :role)";

    private static final String CREATE_GROUP = """
            select format('create role %I nologin nosuperuser nocreaterole nocreatedb noreplication nobypassrls',
                          cast(:role as text))
            """;

    private static final String DATABASE_EXISTS = "select exists(select from pg_database where datname = :database)";

    // Utility statements take no parameters: the server puts names and password together itself.
    private static final String CREATE_ROLE = """
            select format('create role %I login nosuperuser nocreaterole nocreatedb noreplication %s password %L',
                          cast(:role as text), cast(:bypass as text), cast(:password as text))
            """;

    private static final String CREATE_DATABASE =
            "select format('create database %I owner %I', cast(:database as text), cast(:owner as text))";

    private final DataFolder folder;
    private final Secrets secrets;

    Roles(DataFolder folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    /** Makes what is missing; costs nothing when all was made before. */
    void setUp(EmbeddedPostgres postgres) {
        if (isMade()) {
            return;
        }
        var server = JdbcClient.create(postgres.superuser("postgres"));
        createRole(server, OWNER, "bypassrls", secrets.owner());
        createRole(server, APP, "nobypassrls", secrets.app());
        server.sql("grant pg_read_all_stats to dongvon_owner").update();
        createGroups(server);
        createDatabase(server, EmbeddedPostgres.DATABASE);
        harden(JdbcClient.create(postgres.superuser(EmbeddedPostgres.DATABASE)));
        try {
            Files.writeString(folder.ready(), MADE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isMade() {
        try {
            return Files.exists(folder.ready())
                    && Files.readString(folder.ready()).equals(MADE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createGroups(JdbcClient server) {
        createGroup(server, READ_WRITE);
        createGroup(server, NARROW);
        ON_DEMAND.forEach(role -> createGroup(server, role));
        createGroup(server, PORTAL);
        createGroup(server, MIGRATOR);
        server.sql("grant app_rw to dongvon_app with inherit true, set true").update();
        server.sql("grant app_rw, app_narrow to app_narrow_rw with inherit true, set false")
                .update();
        server.sql("grant app_ro, app_narrow to app_narrow_ro with inherit true, set false")
                .update();
        server.sql(
                        "grant app_ro, app_narrow_rw, app_narrow_ro, sync_rw, sealer, seal_ro to dongvon_app with inherit false, set true")
                .update();
        server.sql("grant seal_ro to sealer with inherit true, set false").update();
        server.sql("grant portal_ro to dongvon_app with inherit false, set true")
                .update();
        server.sql("grant dongvon_owner to migrator with inherit false, set true")
                .update();
    }

    private static void createGroup(JdbcClient server, String role) {
        if (!server.sql(ROLE_EXISTS).param("role", role).query(Boolean.class).single()) {
            var create = server.sql(CREATE_GROUP)
                    .param("role", role)
                    .query(String.class)
                    .single();
            server.sql(create).update();
        }
    }

    private static void createRole(JdbcClient server, String role, String bypass, String password) {
        if (server.sql(ROLE_EXISTS).param("role", role).query(Boolean.class).single()) {
            return;
        }
        var create = server.sql(CREATE_ROLE)
                .param("role", role)
                .param("bypass", bypass)
                .param("password", password)
                .query(String.class)
                .single();
        // One text, for each statement has a connection of its own.
        server.sql(QUICK_HASH + create).update();
    }

    private static void createDatabase(JdbcClient server, String database) {
        if (server.sql(DATABASE_EXISTS)
                .param("database", database)
                .query(Boolean.class)
                .single()) {
            return;
        }
        var create = server.sql(CREATE_DATABASE)
                .param("database", database)
                .param("owner", OWNER)
                .query(String.class)
                .single();
        server.sql(create).update();
    }

    /** Takes from everybody what PostgreSQL gives to everybody, and adds what only a superuser may. */
    private static void harden(JdbcClient database) {
        database.sql("create extension if not exists pg_stat_statements").update();
        database.sql("grant execute on function pg_stat_statements_reset to dongvon_owner")
                .update();
        database.sql("revoke all on database dongvon from public").update();
        database.sql("grant connect on database dongvon to dongvon_app, portal_ro")
                .update();
        database.sql("alter schema public owner to dongvon_owner").update();
    }
}
