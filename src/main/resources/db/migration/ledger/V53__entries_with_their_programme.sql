-- Sums over many journals, by programme as well.
create or replace view ledger.v_posted with (security_invoker = true) as
    select e.journal_id, e.account, e.amount, e.programme_id from ledger.entry e;
