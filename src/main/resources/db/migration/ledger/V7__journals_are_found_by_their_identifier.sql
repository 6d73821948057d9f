-- A journal is looked for by its identifier alone and its point compared after: a condition on both let the planner take
-- the index on point and voucher, and read every voucher of the point for each entry.
create or replace function ledger.require_balance() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken record;
begin
    select a.journal_id, sum(a.amount) <> 0 or count(*) < 2 as unbalanced into broken
      from added a
      left join ledger.journal j on j.id = a.journal_id
      left join ledger.account c on c.code = a.account
     group by a.journal_id
    having sum(a.amount) <> 0 or count(*) < 2 or bool_or(j.point_id is distinct from a.point_id) or count(c.code) < count(*)
     limit 1;
    if found and broken.unbalanced then
        raise exception using errcode = '23514', constraint = 'entry_balances',
            message = format('journal %s does not balance', broken.journal_id);
    elsif found then
        raise exception using errcode = '23503', constraint = 'entry_belongs',
            message = 'an entry names a journal of another point, or an account that is not in the chart';
    end if;
    return null;
end $$;
