-- A principal that is in no index and no predicate changes in place (a heap-only update). Row-level security reads the
-- point from the table anyway, so that totals never came from part_balance alone.
drop index loan.part_balance;
drop index loan.part_overdue;
create index part_overdue on loan.part (point_id, loan_id) where part = 'OVERDUE';

-- As the owner: what must exist is looked for past the scope, once a statement, in one pass.
create or replace function loan.require_movement_belongs() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken text;
begin
    select case when l.id is null then 'movement_belongs_to_loan' else 'movement_belongs_to_journal' end into broken
      from added a
      left join loan.loan l on l.id = a.loan_id and l.point_id = a.point_id
      left join ledger.journal j on j.id = a.journal_id and j.point_id = a.point_id
     where l.id is null or j.id is null
     limit 1;
    if found then
        raise exception using errcode = '23503', constraint = broken,
            message = 'a movement names a loan or a journal that does not exist at its point';
    end if;
    return null;
end $$;
