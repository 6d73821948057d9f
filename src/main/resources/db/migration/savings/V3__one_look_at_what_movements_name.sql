-- As the owner: what must exist is looked for past the scope, once a statement, in one pass.
create or replace function savings.require_movement_belongs() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken text;
begin
    select case when c.id is null then 'movement_belongs_to_account' else 'movement_belongs_to_journal' end into broken
      from added a
      left join savings.account c on c.id = a.account_id and c.point_id = a.point_id
      left join ledger.journal j on j.id = a.journal_id and j.point_id = a.point_id
     where c.id is null or j.id is null
     limit 1;
    if found then
        raise exception using errcode = '23503', constraint = broken,
            message = 'a movement names an account or a journal that does not exist at its point';
    end if;
    return null;
end $$;
