package org.dongvon.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /** What app_rw may change or delete, table by table: reviewed by eye. */
    private static final List<String> SEALING_READS = List.of(
            "capital.contract_movement SELECT",
            "capital.gift SELECT (id, campaign_id, number, line_id, given_on, amount)",
            "capital.gift_movement SELECT",
            "capital.movement SELECT",
            "capital.state_claim SELECT (id, office_id, kind, year, quarter, serial)",
            "capital.state_claim_step SELECT",
            "fee.board_payment SELECT",
            "fee.computation SELECT (id, month, due_journal)",
            "fee.distribution SELECT (id, contract_id, month, collected, carried, risk_share, fee_share, boards_share, added_share, risk, managed, boards, added)",
            "fee.distribution_part SELECT (distribution_id, point_id, office_id, collected, journal_id, back_journal)",
            "fee.payable SELECT (id, computation_id, point_id, beneficiary, group_id, association, computed, carried)",
            "fee.payment SELECT",
            "group.member SELECT",
            "group.v_member SELECT",
            "household.person_tag SELECT (person_id, tag)",
            "household.v_person_tag SELECT",
            "ledger.carry_over SELECT",
            "ledger.entry SELECT",
            "ledger.journal SELECT",
            "ledger.manual_line SELECT",
            "ledger.manual_voucher SELECT",
            "ledger.month_lock SELECT",
            "ledger.month_total SELECT",
            "ledger.seal SELECT",
            "ledger.seal_carried SELECT",
            "ledger.seal_key SELECT",
            "ledger.seal_renewal SELECT",
            "ledger.sealed_voucher SELECT",
            "ledger.v_journal SELECT",
            "loan.loan SELECT (id, code, borrower_id)",
            "loan.movement SELECT",
            "loan.source_move SELECT",
            "loan.succession SELECT",
            "loan.v_line SELECT",
            "organisation.business_day SELECT",
            "organisation.point SELECT",
            "organisation.unit SELECT",
            "organisation.v_point_card SELECT",
            "savings.account SELECT (id, member_id)",
            "savings.interest SELECT",
            "savings.movement SELECT",
            "savings.term_deposit SELECT (id, person_id)",
            "savings.term_movement SELECT",
            "savings.term_period SELECT",
            "savings.unclaimed SELECT",
            "savings.unclaimed_payment SELECT",
            "savings.v_movement SELECT",
            "session.cash_count SELECT",
            "session.cash_difference SELECT",
            "session.field_line SELECT",
            "session.hand_over SELECT",
            "session.hand_over_end SELECT",
            "session.line_remark SELECT",
            "session.posting SELECT",
            "session.provisional_final SELECT",
            "session.provisional_left SELECT",
            "session.reversal SELECT",
            "session.session SELECT",
            "session.vault_count SELECT",
            "session.vault_movement SELECT",
            "shared.submission SELECT");

    private static final List<String> CHANGES = List.of(
            "capital.allotment UPDATE (granted, lent)",
            "capital.contract UPDATE (source, owner, decision, amount, written_off, received, added, moved, returned,"
                    + " ends_on)",
            "capital.contract_term UPDATE (source, owner, decision, amount, ends_on, programmes, area_id, cap, series_id,"
                    + " priority, risk, fee, boards, added, document_id)",
            "capital.gift UPDATE (allocated, refunded)",
            "capital.state_claim UPDATE (accepted, received)",
            "closing.run UPDATE (finished_at, journals)",
            "closing.step_run UPDATE (ordinal, started_at, finished_at, touched)",
            "fee.computation UPDATE (state, due_journal, back_journal)",
            "fee.distribution UPDATE (state)",
            "fee.distribution_part UPDATE (back_journal)",
            "fee.payable UPDATE (paid)",
            "group.contract UPDATE (valid_to)",
            "group.credit_group UPDATE (closed_on)",
            "group.member UPDATE (group_id, ordinal, office_held, monthly_saving, left_on)",
            "group.membership UPDATE (group_id, to_on)",
            "group.standing_member UPDATE (to_on)",
            "household.class_upload DELETE",
            "household.class_upload UPDATE (requested)",
            "household.person UPDATE (full_name, born_on, sex, identity_encrypted, identity_last4, identity_key, identity_hash, born_year_only, identity_digits)",
            "identity.access_token UPDATE (last_used_at, revoked_at)",
            "identity.account UPDATE (password_hash, active, failures, failing_since, password_one_time, "
                    + "password_changed_at, acting_grant)",
            "identity.external_subject DELETE",
            "identity.recovery_code DELETE",
            "identity.recovery_code UPDATE (used_at)",
            "identity.role_grant UPDATE (ended_at, ended_by)",
            "identity.second_factor DELETE",
            "identity.second_factor UPDATE (last_step, failures, failing_since)",
            "identity.sign_in UPDATE (token_hash, code_given, grant_id, seen_at, ended_at)",
            "ledger.voucher_counter UPDATE (last)",
            "loan.course UPDATE (starts, ends, service_months)",
            "loan.freeze UPDATE (ended_on)",
            "loan.instalment DELETE",
            "loan.instalment UPDATE (contract_date, due_date, amount)",
            "loan.loan UPDATE (household_id, borrower_id, group_id, member_id, series_id, contract_id, allotment_id, amount,"
                    + " term_months, grace_months, interest_grace, stage, disbursed_on, interest_due_from, closed_on, whole, undrawn,"
                    + " source_moves)",
            "loan.part UPDATE (principal, constant)",
            "notice.message UPDATE (text, state, steps, tries, next_try, lease_until, contact_seq, claimed_on, provider, reference)",
            "organisation.business_day UPDATE (day)",
            "organisation.staff_post UPDATE (ended)",
            "organisation.unit UPDATE (name)",
            "position.flow UPDATE (disbursed, collected, interest, moved)",
            "position.headcount UPDATE (valid_to, households, borrowers, loans, jobs)",
            "position.total UPDATE (valid_to, principal, constant, loans)",
            "programme.cap UPDATE (valid)",
            "report.figure_upload DELETE",
            "savings.account UPDATE (closed_on, balance)",
            "savings.term_deposit UPDATE (closed_on, balance)",
            "session.cash_box UPDATE (balance)",
            "session.field_checkout UPDATE (state, last_seq, ended_at)",
            "session.field_conflict UPDATE (posted, rest, settled_by, settled_at)",
            "session.field_device UPDATE (revoked_at, revoked_by)",
            "session.field_event UPDATE (state)",
            "session.field_upload DELETE",
            "session.field_upload UPDATE (bytes)",
            "session.session UPDATE (state, closed_by, closed_at, carried_to)",
            "session.vault UPDATE (balance)",
            "shared.change_counter UPDATE (last)",
            "shared.change_request UPDATE (state, checker_account, checker_person, checker_role, checker_name,"
                    + " decided_at, note, found_facts)",
            "simulation.demonstration UPDATE (finished_at)",
            "supervision.meeting UPDATE (news, opinions, conclusion, written_by, submission, signed_on, chair, signed_by, signature)",
            "supervision.meeting_seat UPDATE (presence, name)",
            "supervision.rating UPDATE (rule_from, points, class)",
            "supervision.rating_score UPDATE (reached, out_of, weight, points)",
            "supervision.session_point UPDATE (reached, out_of, weight, points)",
            "supervision.session_score UPDATE (as_of, rule_from, points, class)");

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
                        "app_narrow:",
                        "app_narrow_ro:",
                        "app_narrow_rw:",
                        "app_ro:",
                        "app_rw:",
                        "dongvon_app: logs in",
                        "dongvon_owner: logs in bypasses row security",
                        "migrator:",
                        "portal_ro:",
                        "seal_ro:",
                        "sealer:",
                        "sync_rw:");
        assertThat(list(MEMBERS))
                .containsExactly(
                        "app_narrow_ro is member of app_narrow, has its rights",
                        "app_narrow_ro is member of app_ro, has its rights",
                        "app_narrow_rw is member of app_narrow, has its rights",
                        "app_narrow_rw is member of app_rw, has its rights",
                        "dongvon_app is member of app_narrow_ro, may become it",
                        "dongvon_app is member of app_narrow_rw, may become it",
                        "dongvon_app is member of app_ro, may become it",
                        "dongvon_app is member of app_rw, has its rights, may become it",
                        "dongvon_app is member of portal_ro, may become it",
                        "dongvon_app is member of seal_ro, may become it",
                        "dongvon_app is member of sealer, may become it",
                        "dongvon_app is member of sync_rw, may become it",
                        "dongvon_owner is member of pg_read_all_stats, has its rights, may become it",
                        "migrator is member of dongvon_owner, may become it",
                        "sealer is member of seal_ro, has its rights");
    }

    @Test
    void theLoginTheMigratorAndTheNarrowRolesHoldNothingOfTheirOwn() {
        assertThat(rights("dongvon_app")).isEmpty();
        assertThat(rights("migrator")).isEmpty();
        assertThat(rights("app_narrow")).isEmpty();
        assertThat(rights("app_narrow_rw")).isEmpty();
        assertThat(rights("app_narrow_ro")).isEmpty();
    }

    @Test
    void theApplicationChangesWhatWasReviewedOnly() {
        var changes = rights("app_rw").stream()
                .filter(right -> !right.endsWith(" SELECT") && !right.contains(" INSERT") && !right.endsWith(" USAGE"));

        assertThat(changes).containsExactlyElementsOf(CHANGES);
    }

    @Test
    void readingReadsWhatTheApplicationReadsButNoSecretAndWritesNothing() {
        assertThat(rights("app_ro")).isNotEmpty().allMatch(right -> right.contains(" SELECT"));
        assertThat(list(READS_MORE_THAN_APP_RW)).isEmpty();
        assertThat(list(READS_LESS_THAN_APP_RW))
                .containsExactly(
                        "household.contact.number_encrypted",
                        "household.contact.number_hash",
                        "household.person.identity_encrypted",
                        "household.person.identity_hash",
                        "identity.access_token.token_hash",
                        "identity.account.password_hash",
                        "identity.person.number_hash",
                        "identity.recovery_code.code_hash",
                        "identity.second_factor.secret",
                        "identity.sign_in.token_hash");
    }

    @Test
    void thePortalReadsWhatIsPublic() {
        assertThat(rights("portal_ro"))
                .containsExactly(
                        "document.document SELECT",
                        "document.link SELECT",
                        "ledger.seal SELECT",
                        "ledger.seal_carried SELECT",
                        "ledger.seal_key SELECT",
                        "ledger.seal_renewal SELECT",
                        "ledger.sealed_voucher SELECT",
                        "ledger.v_seal SELECT",
                        "organisation.association SELECT",
                        "organisation.business_day SELECT",
                        "organisation.point SELECT",
                        "organisation.session_date_change SELECT",
                        "organisation.unit SELECT",
                        "organisation.unit_parent SELECT",
                        "organisation.v_point_card SELECT",
                        "programme.basis SELECT",
                        "programme.cap SELECT",
                        "programme.parameter SELECT",
                        "programme.programme SELECT",
                        "programme.rate_change SELECT",
                        "programme.rate_series SELECT",
                        "programme.term SELECT",
                        "report.published_figure SELECT");
    }

    @Test
    void synchronisationPostsSheets() {
        assertThat(rights("sync_rw")).containsExactlyElementsOf(SyncRights.ALL);
    }

    @Test
    void sealingAloneWritesSeals() {
        assertThat(rights("app_rw")).doesNotContain("ledger.seal INSERT", "ledger.seal_key INSERT");
        assertThat(rights("app_rw"))
                .doesNotContain(
                        "ledger.sealed_voucher INSERT", "ledger.seal_renewal INSERT", "ledger.seal_carried INSERT");
        assertThat(rights("sealer"))
                .containsExactly(
                        "ledger.seal INSERT",
                        "ledger.seal_carried INSERT",
                        "ledger.seal_key INSERT",
                        "ledger.seal_renewal INSERT",
                        "ledger.sealed_voucher INSERT");
    }

    @Test
    void sealingReadsWhatASealStandsOn() {
        assertThat(rights("seal_ro")).containsExactlyElementsOf(SEALING_READS);
    }

    private List<String> rights(String role) {
        return list(RIGHTS.replace(":role", "'" + role + "'"));
    }

    private List<String> list(String sql) {
        return db.sql(sql).query((row, n) -> row.getString(1)).list();
    }

    static class NoBeans {}
}
