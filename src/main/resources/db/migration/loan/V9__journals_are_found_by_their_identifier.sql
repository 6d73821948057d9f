-- As the owner: what must exist is looked for past the scope, once a statement. A journal is looked for by its identifier
-- alone, once for all its movements, and the point compared after: a condition on both let the planner take the index on
-- point and voucher, and read every voucher of the point for each movement.
create or replace function loan.require_movement_belongs() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken text;
begin
    select 'movement_belongs_to_loan' into broken
      from added a
      left join loan.loan l on l.id = a.loan_id
     where l.point_id is distinct from a.point_id
     union all
    select 'movement_belongs_to_journal'
      from (select distinct journal_id, point_id from added) a
      left join ledger.journal j on j.id = a.journal_id
     where j.point_id is distinct from a.point_id
     limit 1;
    if found then
        raise exception using errcode = '23503', constraint = broken,
            message = 'a movement names a loan or a journal that does not exist at its point';
    end if;
    return null;
end $$;
