-- What each database role may do, given out anew after the migrations of all modules. Runs as the owner.
--
-- A migration says "grant … to dongvon_app" for what the program needs, beside the table that it makes. Here these rights
-- go to app_rw, whose member dongvon_app is; app_ro gets the reading half without the secrets, and the roles for one
-- purpose get what is listed below. RightsTest holds the list of what comes out.
do $$
declare
    r record;
begin
    -- 1. From the login to the role that holds.
    for r in
        select format('schema %I', n.nspname) as thing, a.privilege_type as privilege
          from pg_namespace n, aclexplode(n.nspacl) a
         where a.grantee = 'dongvon_app'::regrole
        union all
        select format(case c.relkind when 'S' then 'sequence %s' else 'table %s' end, c.oid::regclass), a.privilege_type
          from pg_class c, aclexplode(c.relacl) a
         where a.grantee = 'dongvon_app'::regrole
        union all
        select format('function %s', p.oid::regprocedure), a.privilege_type
          from pg_proc p, aclexplode(p.proacl) a
         where a.grantee = 'dongvon_app'::regrole
    loop
        execute format('grant %s on %s to app_rw', r.privilege, r.thing);
        execute format('revoke %s on %s from dongvon_app', r.privilege, r.thing);
    end loop;
    for r in
        select c.attrelid::regclass as tab, c.attname as col, a.privilege_type as privilege
          from pg_attribute c, aclexplode(c.attacl) a
         where a.grantee = 'dongvon_app'::regrole
    loop
        execute format('grant %s (%I) on table %s to app_rw', r.privilege, r.col, r.tab);
        execute format('revoke %s (%I) on table %s from dongvon_app', r.privilege, r.col, r.tab);
    end loop;

    -- 2. The other roles begin with nothing.
    for r in
        select n.nspname as name from pg_namespace n
         where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
    loop
        execute format('revoke all on all tables in schema %I from app_ro, portal_ro, sync_rw, seal_ro, sealer', r.name);
        execute format('revoke all on all sequences in schema %I from app_ro, portal_ro, sync_rw, seal_ro, sealer', r.name);
        execute format('revoke all on all functions in schema %I from app_ro, portal_ro, sync_rw, seal_ro, sealer', r.name);
        execute format('revoke all on schema %I from app_ro, portal_ro, sync_rw, seal_ro, sealer', r.name);
    end loop;

    -- 3. Reading: what app_rw reads, but no password, no secret, nothing encrypted; no sequence, no function that writes.
    for r in
        select n.nspname as name from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 'app_rw'::regrole
    loop
        execute format('grant usage on schema %I to app_ro', r.name);
    end loop;
    for r in
        select c.oid::regclass as tab,
               case when bool_or(secret) then
                   '(' || string_agg(format('%I', col.attname), ', ' order by col.attnum) filter (where not secret) || ')'
               else '' end as columns
          from pg_class c
          cross join aclexplode(c.relacl) a
          join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute col on col.attrelid = c.oid and col.attnum > 0 and not col.attisdropped
          cross join lateral (select n.nspname in ('identity', 'household')
                                     and col.attname ~ '(^|_)(hash|secret|encrypted)$' as secret) s
         where a.grantee = 'app_rw'::regrole and a.privilege_type = 'SELECT' and c.relkind <> 'S'
         group by c.oid
    loop
        execute format('grant select %s on table %s to app_ro', r.columns, r.tab);
    end loop;
    for r in
        select p.oid::regprocedure as name
          from pg_proc p, aclexplode(p.proacl) a
         where a.grantee = 'app_rw'::regrole and a.privilege_type = 'EXECUTE' and p.provolatile <> 'v'
    loop
        execute format('grant execute on function %s to app_ro', r.name);
    end loop;
end $$;

-- 4. The public portal: law, places, what was published. No table of people or money, and no view that reads one.
grant usage on schema document, organisation, programme, report to portal_ro;
grant select on document.document, document.link to portal_ro;
grant select on organisation.unit, organisation.unit_parent, organisation.point, organisation.v_point_card, organisation.association,
    organisation.session_date_change to portal_ro;
grant select on programme.programme, programme.rate_series, programme.rate_change, programme.cap, programme.basis,
    programme.parameter, programme.term to portal_ro;
grant select on report.published_figure to portal_ro;
-- What campaigns for donations came to, and one gift by the code on its receipt: sums without donors.
grant usage on schema capital to portal_ro;
grant execute on function capital.campaign_totals(), capital.gift_of(bigint, uuid) to portal_ro;
-- The published seals: the only rows of the book's schema that it reads.
grant usage on schema ledger to portal_ro;
grant select on ledger.seal, ledger.v_seal, ledger.seal_key, ledger.seal_renewal, ledger.seal_carried, ledger.sealed_voucher,
    organisation.business_day to portal_ro;

-- 5. Posting a sheet that comes from a field device, and nothing else: reserved for the synchronisation. SyncRoleDbTest
-- takes each right away and sees the posting fail; the reference data of programmes may be in memory already.
grant usage on schema shared, organisation, programme, ledger, capital, household, "group", loan, savings, session to sync_rw;
grant select on loan.v_line, savings.v_movement to sync_rw;
grant select, insert on shared.submission, ledger.journal, ledger.voucher_counter, loan.movement, savings.movement,
    session.line_remark to sync_rw;
grant insert on ledger.entry, capital.movement, session.posting, session.provisional_final, session.provisional_end to sync_rw;
grant select on session.v_provisional, session.provisional, session.hand_in_line, session.provisional_end to sync_rw;
grant update (last) on ledger.voucher_counter to sync_rw;
grant select, update (principal, constant) on loan.part to sync_rw;
grant select, update (stage, closed_on) on loan.loan to sync_rw;
grant select, update (balance) on savings.account to sync_rw;
grant select, update (lent) on capital.allotment to sync_rw;
grant select, update (balance) on session.cash_box to sync_rw;
-- Holding a row needs the right to update some column of it: one that triggers and constraints let nobody change alone.
grant select, update (office_id) on organisation.business_day to sync_rw;
grant select, update (closed_at) on session.session to sync_rw;
grant select on "group".member, "group".contract, "group".v_contract, session.v_session, shared.home_server to sync_rw;
grant select on programme.programme, programme.rate_series, programme.rate_change, programme.cap, programme.basis,
    programme.parameter, programme.term, programme.reference_version to sync_rw;
grant usage on sequence ledger.journal_id to sync_rw;

-- 6. What seals stand on and nothing else: postings without names, people as their tags. Sealing reads it, and so does
-- the public page of a receipt.
grant usage on schema shared, organisation, household, "group", ledger, capital, loan, savings, session, fee to seal_ro;
grant select on ledger.seal, ledger.seal_key, ledger.seal_renewal, ledger.seal_carried, ledger.sealed_voucher, ledger.journal, ledger.v_journal, ledger.entry, ledger.manual_voucher, ledger.manual_line, ledger.carry_over, ledger.month_lock, ledger.month_total,
    shared.submission, capital.movement, capital.contract_movement, capital.gift_movement, loan.movement, loan.succession, loan.source_move, loan.v_line, savings.movement, savings.v_movement,
    session.session, session.posting, session.reversal, session.vault_movement, session.cash_count,
    session.cash_difference, session.line_remark, session.field_line, session.provisional_final, session.hand_over, session.hand_over_end,
    session.vault_count, session.provisional_left, household.v_person_tag,
    organisation.unit, organisation.point, organisation.v_point_card, organisation.business_day to seal_ro;
grant select (id, due_journal, month) on fee.computation to seal_ro;
grant select (id, computation_id, point_id, beneficiary, group_id, association, computed, carried) on fee.payable to seal_ro;
grant select (id, campaign_id, number, line_id, given_on, amount) on capital.gift to seal_ro;
grant select (id, office_id, kind, year, quarter, serial) on capital.state_claim to seal_ro;
grant select on capital.state_claim_step to seal_ro;
grant select on fee.payment, fee.board_payment to seal_ro;
grant select (id, contract_id, month, collected, carried, risk_share, fee_share, boards_share, added_share, risk, managed, boards, added)
    on fee.distribution to seal_ro;
grant select (distribution_id, point_id, office_id, collected, journal_id, back_journal) on fee.distribution_part to seal_ro;
grant select (id, code, borrower_id) on loan.loan to seal_ro;
grant select (id, member_id) on savings.account to seal_ro;
grant select on savings.interest, savings.term_movement, savings.term_period, savings.unclaimed, savings.unclaimed_payment to seal_ro;
grant select (id, person_id) on savings.term_deposit to seal_ro;
grant select on "group".member, "group".v_member to seal_ro;
grant select (person_id, tag) on household.person_tag to seal_ro;
-- The sealer has these rights too, and alone writes seals and their keys: the application becomes it for that.
revoke insert on ledger.seal, ledger.seal_key, ledger.seal_renewal, ledger.seal_carried, ledger.sealed_voucher from app_rw;
grant insert on ledger.seal, ledger.seal_key, ledger.seal_renewal, ledger.seal_carried, ledger.sealed_voucher to sealer;
