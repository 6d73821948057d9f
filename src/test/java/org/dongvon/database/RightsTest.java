package org.dongvon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What each database role may really do, beside the list that was reviewed. A new right is a new line here. */
@SpringJUnitConfig(RightsTest.NoBeans.class)
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class RightsTest {

    /** Direct rights on tables, views and sequences: "schema.table RIGHT", with columns when not the whole table. */
    private static final String RIGHTS = """
            with granted as (
                select c.oid, a.privilege_type as privilege, null::name as col, 0 as place
                  from pg_class c, aclexplode(c.relacl) a
                 where a.grantee = cast(:role as regrole)
                union all
                select c.attrelid, a.privilege_type, c.attname, c.attnum
                  from pg_attribute c, aclexplode(c.attacl) a
                 where a.grantee = cast(:role as regrole))
            select n.nspname || '.' || c.relname || ' ' || g.privilege
                   || coalesce(' (' || string_agg(g.col, ', ' order by g.place) || ')', '')
              from granted g
              join pg_class c on c.oid = g.oid
              join pg_namespace n on n.oid = c.relnamespace
             group by n.nspname, c.relname, g.privilege
             order by 1
            """;

    private static final String MEMBERS = """
            select format('%s is member of %s%s%s', m.member::regrole, m.roleid::regrole,
                          case when m.inherit_option then ', has its rights' else '' end,
                          case when m.set_option then ', may become it' else '' end)
              from pg_auth_members m
             where m.member >= 16384
             order by 1
            """;

    private static final String FLAGS = """
            select format('%s:%s%s%s', rolname, case when rolcanlogin then ' logs in' else '' end,
                          case when rolbypassrls then ' bypasses row security' else '' end,
                          case when rolsuper or rolcreaterole or rolcreatedb or rolreplication then ' TOO MUCH' else '' end)
              from pg_roles
             where oid >= 16384
             order by 1
            """;

    private static final String READS_MORE_THAN_APP_RW = """
            select n.nspname || '.' || c.relname || '.' || a.attname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p', 'v') and not n.nspname in ('pg_catalog', 'information_schema')
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
               and has_column_privilege('app_ro', c.oid, a.attnum, 'SELECT')
               and not has_column_privilege('app_rw', c.oid, a.attnum, 'SELECT')
            """;

    private static final String READS_LESS_THAN_APP_RW = """
            select n.nspname || '.' || c.relname || '.' || a.attname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p', 'v') and not n.nspname in ('pg_catalog', 'information_schema')
               and not has_column_privilege('app_ro', c.oid, a.attnum, 'SELECT')
               and has_column_privilege('app_rw', c.oid, a.attnum, 'SELECT')
             order by 1
            """;

    private final OwnerDb db;

    RightsTest(OwnerDb db) {
        this.db = db;
    }

    @Test
    void theRolesAreThese() {
        assertThat(list(FLAGS))
                .containsExactly(
                        "app_ro:",
                        "app_rw:",
                        "dongvon_app: logs in",
                        "dongvon_owner: logs in bypasses row security",
                        "migrator:",
                        "portal_ro:",
                        "sealer:",
                        "sync_rw:");
        assertThat(list(MEMBERS))
                .containsExactly(
                        "dongvon_app is member of app_ro, may become it",
                        "dongvon_app is member of app_rw, has its rights, may become it",
                        "dongvon_app is member of sealer, may become it",
                        "dongvon_app is member of sync_rw, may become it",
                        "dongvon_owner is member of pg_read_all_stats, has its rights, may become it",
                        "migrator is member of dongvon_owner, may become it");
    }

    @Test
    void theLoginAndTheMigratorHoldNothingOfTheirOwn() {
        assertThat(rights("dongvon_app")).isEmpty();
        assertThat(rights("migrator")).isEmpty();
    }

    @Test
    void theApplicationChangesWhatWasReviewedOnly() {
        var changes = rights("app_rw").stream()
                .filter(right -> !right.endsWith(" SELECT") && !right.contains(" INSERT") && !right.endsWith(" USAGE"));

        assertThat(changes).containsExactly();
    }

    @Test
    void readingReadsWhatTheApplicationReadsButNoSecretAndWritesNothing() {
        assertThat(rights("app_ro")).isNotEmpty().allMatch(right -> right.contains(" SELECT"));
        assertThat(list(READS_MORE_THAN_APP_RW)).isEmpty();
        assertThat(list(READS_LESS_THAN_APP_RW))
                .containsExactly("identity.account.password_hash", "household.person.identity_encrypted");
    }

    @Test
    void thePortalReadsWhatIsPublic() {
        assertThat(rights("portal_ro")).containsExactly();
    }

    @Test
    void synchronisationPostsSheets() {
        assertThat(rights("sync_rw")).containsExactly();
    }

    @Test
    void sealingReadsWhatASealStandsOn() {
        assertThat(rights("sealer")).containsExactly();
    }

    private List<String> rights(String role) {
        return db.sql(RIGHTS).param("role", role).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<String> list(String sql) {
        return db.sql(sql).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    static class NoBeans {}
}
