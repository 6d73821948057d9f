package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The rules of the house that hold for every table, whoever adds it. */
@SpringJUnitConfig(SchemaTest.NoBeans.class)
@PostgresDatabase
@TestConstructor(autowireMode = AutowireMode.ALL)
class SchemaTest {

    /** Tables without a point and without row-level security, each with the reason why anybody may read it. */
    private static final Map<String, String> REFERENCE = Map.ofEntries(
            Map.entry("capital.plan_rule", "rules are public"),
            Map.entry("capital.source", "kinds of capital, the same for the whole country"),
            Map.entry("database.migrated", "which build wrote the schema"),
            Map.entry("document.document", "published legal documents"),
            Map.entry("document.link", "which document replaces which"),
            Map.entry("fee.band", "rules are public"),
            Map.entry("fee.provision", "rules are public"),
            Map.entry("fee.rate", "rules are public"),
            Map.entry("savings.term_rate", "rules are public"),
            Map.entry("fee.split", "rules are public"),
            Map.entry("household.ethnic_group", "the 54 ethnic groups of the country"),
            Map.entry("household.identity_key", "numbers of keys that lie outside the database"),
            Map.entry("household.identity_key_event", "when those were made and retired"),
            Map.entry(
                    "identity.account",
                    "logging in reads it before there is a scope; no rights to delete or to rename"),
            Map.entry("identity.role_conflict", "rules are public"),
            Map.entry("identity.role_grant", "every request makes its scope of it; it can only be ended"),
            Map.entry("identity.role_rule", "rules are public"),
            Map.entry("identity.access_token", "a request with a token reads it before there is a scope; hashes only"),
            Map.entry("identity.event", "written before there is a scope; pages read it by the administrator's area"),
            Map.entry("identity.external_subject", "logging in reads it before there is a scope"),
            Map.entry("identity.recovery_code", "logging in reads it before there is a scope; hashes only"),
            Map.entry("identity.second_factor", "logging in reads it before there is a scope; encrypted"),
            Map.entry("identity.second_factor_rule", "rules of logging in are the same for all"),
            Map.entry("identity.setting", "rules of logging in are the same for all"),
            Map.entry("identity.sign_in", "each request reads it to make the scope; hashes only"),
            Map.entry("identity.person", "a number for the human behind an account; it says nothing more"),
            Map.entry("ledger.account_term", "the chart of accounts is the same everywhere"),
            Map.entry("ledger.account", "the chart of accounts is the same everywhere"),
            Map.entry("ledger.seal", "published: hashes and counts of closed days"),
            Map.entry("ledger.seal_carried", "published: the last seals under a lost key"),
            Map.entry("ledger.seal_key", "published: public keys"),
            Map.entry("ledger.seal_renewal", "published: how a key was made anew"),
            Map.entry("ledger.sealed_voucher", "published: hashes of vouchers by number"),
            Map.entry("loan.risk_decision", "sums of decisions against the one risk fund, without a word on a person"),
            Map.entry("loan.risk_round", "rounds are announced to the whole country"),
            Map.entry("loan.risk_transition", "the map of a dossier's steps"),
            Map.entry("loan.transition", "the map of an application's steps"),
            Map.entry("notice.template", "texts of messages are public"),
            Map.entry("organisation.association", "four associations of the country"),
            Map.entry("organisation.business_day", "the open day of an office is posted on its door"),
            Map.entry("organisation.point", "scopes are made of it"),
            Map.entry("organisation.point_place", "which commune a point lies in is public"),
            Map.entry("organisation.session_date_change", "session days are public notices"),
            Map.entry("organisation.special_day", "public holidays"),
            Map.entry("organisation.staff", "names of the bank's people stand on its vouchers"),
            Map.entry("organisation.staff_post", "who holds which post is known in the office"),
            Map.entry("organisation.unit", "scopes are made of it"),
            Map.entry("organisation.unit_parent", "scopes are made of it"),
            Map.entry("programme.basis", "law"),
            Map.entry("programme.cap", "law"),
            Map.entry("programme.parameter", "rules are public"),
            Map.entry("programme.programme", "law"),
            Map.entry("programme.rate_change", "law"),
            Map.entry("programme.rate_series", "law"),
            Map.entry("programme.reference_version", "a counter"),
            Map.entry("programme.term", "law"),
            Map.entry("report.published_figure", "was published"),
            Map.entry("shared.approval_limit", "who may approve how much is a public rule of the bank"),
            Map.entry("shared.home_server", "the number of the server"),
            Map.entry("shared.web_limit", "limits of requests are the same for all"),
            Map.entry("supervision.rating_rule", "rules are public"),
            Map.entry("supervision.session_rule", "rules are public"),
            Map.entry("simulation.demonstration", "every page says that its people are invented"));

    /** Tables whose policy looks at the points of a scope alone, each with the reason why a narrowed one may read on. */
    private static final Map<String, String> NOT_NARROWED = Map.of();

    /** Modules that every other may use. */
    private static final Set<String> FOR_ALL = Set.of("engine", "shared");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
                   exists (select from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'point_id' and a.attnotnull
                              and a.atttypid = 'bigint'::regtype) as has_point,
                   exists (select from pg_policy p
                            where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                              and p.polqual is not null and p.polwithcheck is not null) as has_policy,
                   exists (select from pg_policy p
                            where p.polrelid = c.oid and p.polcmd = '*' and not p.polpermissive
                              and p.polroles = array['app_narrow'::regrole::oid]
                              and p.polqual is not null
                              and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'as using')
                                  in ('as using', pg_get_expr(p.polqual, p.polrelid))) as narrowed,
                   coalesce(obj_description(c.oid, 'pg_class'), '') as comment
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p')
               and not n.nspname in ('pg_catalog', 'information_schema', 'pg_toast')
               and c.relname <> 'flyway_schema_history'
             order by 1
            """;

    private static final String POLICIES_THE_PLANNER_MISJUDGES = """
            select p.polrelid::regclass || ' ' || p.polname
              from pg_policy p
             where pg_get_expr(p.polqual, p.polrelid) not in ('true', 'false')
               and not (pg_get_expr(p.polqual, p.polrelid) ~ '^\\s*CASE' and
                        coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'CASE') ~ '^\\s*CASE')
            """;

    private static final String FOREIGN_KEYS_BETWEEN_SCHEMAS = """
            select k.conname as name, a.nspname as source, b.nspname as target
              from pg_constraint k
              join pg_class s on s.oid = k.conrelid
              join pg_namespace a on a.oid = s.relnamespace
              join pg_class t on t.oid = k.confrelid
              join pg_namespace b on b.oid = t.relnamespace
             where k.contype = 'f' and a.oid <> b.oid
            """;

    private static final String OWNED_BY_APP = """
            select d.classid::regclass || ' ' || d.objid
              from pg_shdepend d
             where d.refclassid = 'pg_authid'::regclass and d.refobjid = 'dongvon_app'::regrole and d.deptype = 'o'
            """;

    private static final String RIGHTS_OF_APP = """
            select n.nspname || '.' || c.relname || ' ' || r.privilege
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              cross join unnest(array['TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN']) r(privilege)
             where c.relkind in ('r', 'p', 'v') and has_table_privilege('dongvon_app', c.oid, r.privilege)
            """;

    private static final String RIGHTS_TO_CHANGE_HISTORY = """
            select distinct n.nspname || '.' || c.relname || ' ' || r.privilege
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
              join pg_namespace n on n.oid = c.relnamespace
              cross join unnest(array['UPDATE', 'DELETE']) r(privilege)
             where t.tgfoid = 'shared.refuse_change()'::regprocedure
               and (has_table_privilege('dongvon_app', c.oid, r.privilege)
                    or r.privilege = 'UPDATE' and has_any_column_privilege('dongvon_app', c.oid, r.privilege))
            """;

    private static final String RIGHTS_TO_CREATE = """
            select n.nspname from pg_namespace n where has_schema_privilege('dongvon_app', n.oid, 'CREATE')
            """;

    private static final String VIEWS_THAT_READ_AS_OWNER = """
            select n.nspname || '.' || c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              left join pg_depend d on d.objid = c.oid and d.deptype = 'e'
             where c.relkind in ('v', 'm') and d.objid is null
               and not n.nspname in ('pg_catalog', 'information_schema')
               and not coalesce(c.reloptions, '{}') @> array['security_invoker=true']
            """;

    private final OwnerDb db;

    SchemaTest(OwnerDb db) {
        this.db = db;
    }

    @Test
    void everyTableHoldsRowsOfAPointOrIsReviewedReferenceData() {
        var open = tables().stream()
                .filter(table -> !REFERENCE.containsKey(table.name()))
                .filter(table -> !(table.secured() && table.forced() && table.hasPoint() && table.hasPolicy()));

        assertThat(open).isEmpty();
    }

    @Test
    void everyPolicyObeysANarrowScopeOrIsReviewed() {
        var wide = tables().stream()
                .filter(table -> table.secured() && !table.narrowed())
                .map(Table::name);

        assertThat(wide).containsExactlyInAnyOrderElementsOf(NOT_NARROWED.keySet());
    }

    @Test
    void everyPolicyIsAnEvenChanceForThePlanner() {
        assertThat(db.sql(POLICIES_THE_PLANNER_MISJUDGES).query(String.class).list())
                .isEmpty();
    }

    @Test
    void theListOfReferenceDataNamesOnlyTablesWithoutRowSecurity() {
        var plain = tables().stream().filter(table -> !table.secured()).map(Table::name);

        assertThat(plain).containsAll(REFERENCE.keySet());
    }

    @Test
    void everyTableSaysWhatItIs() {
        assertThat(tables())
                .isNotEmpty()
                .allSatisfy(
                        table -> assertThat(table.comment()).as(table.name()).endsWith("."));
    }

    @Test
    void foreignKeysFollowTheGraphOfModules() {
        var keys = db.sql(FOREIGN_KEYS_BETWEEN_SCHEMAS).query(Key.class).list().stream()
                .map(Objects::requireNonNull);

        assertThat(keys.filter(key -> !mayUse(key.source(), key.target()))).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() {
        var flags = db.sql("""
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                       or exists (select from pg_auth_members
                                   where member = 'dongvon_app'::regrole
                                     and roleid not in ('app_rw'::regrole, 'app_ro'::regrole, 'app_narrow_rw'::regrole,
                                                        'app_narrow_ro'::regrole, 'sync_rw'::regrole,
                                                        'sealer'::regrole, 'seal_ro'::regrole, 'portal_ro'::regrole))
                  from pg_roles where rolname = 'dongvon_app'
                """).query(Boolean.class).single();

        assertThat(flags).isFalse();
        assertThat(names(OWNED_BY_APP)).isEmpty();
        assertThat(names(RIGHTS_TO_CREATE)).isEmpty();
    }

    @Test
    void theOwnerIsNoSuperuser() {
        assertThat(db.sql("select rolsuper from pg_roles where rolname = 'dongvon_owner'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theApplicationEmptiesNoTable() {
        assertThat(names(RIGHTS_OF_APP)).isEmpty();
    }

    @Test
    void theApplicationChangesNoRowOfAnAppendOnlyTable() {
        assertThat(names(RIGHTS_TO_CHANGE_HISTORY)).isEmpty();
    }

    @Test
    void everyViewReadsWithTheRightsOfItsReader() {
        assertThat(names(VIEWS_THAT_READ_AS_OWNER)).isEmpty();
    }

    private List<Table> tables() {
        return db.sql(TABLES).query(Table.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<String> names(String sql) {
        return db.sql(sql).query(String.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static boolean mayUse(String source, String target) {
        return FOR_ALL.contains(target)
                || module(source)
                        .map(module -> Arrays.stream(module.allowedDependencies())
                                .map(name -> name.split("::", 2)[0].strip())
                                .anyMatch(target::equals))
                        .orElse(true);
    }

    /** The module of a schema; none while only its tables exist. */
    private static Optional<ApplicationModule> module(String schema) {
        try {
            var info = Class.forName("org.dongvon." + schema + ".package-info");
            return Optional.ofNullable(info.getAnnotation(ApplicationModule.class));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    record Table(
            String name,
            boolean secured,
            boolean forced,
            boolean hasPoint,
            boolean hasPolicy,
            boolean narrowed,
            String comment) {}

    record Key(String name, String source, String target) {}

    static class NoBeans {}
}
