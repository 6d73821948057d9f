-- Of a contract in scope, what offices outside of the scope may lend at the end of a day, and what they lost: one sum each, so that what
-- lies with them is not taken for idle.
create function capital.granted_beyond(contract bigint, day date) returns table (granted bigint, written_off bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select coalesce(sum(case m.kind when 'GRANTED' then m.amount when 'WRITTEN_OFF' then -m.amount end), 0)::bigint,
           coalesce(sum(m.amount) filter (where m.kind = 'WRITTEN_OFF'), 0)::bigint
      from capital.contract c
      join capital.allotment a on a.contract_id = c.id
      join capital.movement m on m.allotment_id = a.id and m.kind in ('GRANTED', 'WRITTEN_OFF')
      join ledger.journal j on j.id = m.journal_id
     where c.id = contract and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
       and not a.point_id <@ (select shared.scope()) and j.business_date <= day;
end;
revoke execute on function capital.granted_beyond(bigint, date) from public;
grant execute on function capital.granted_beyond(bigint, date) to dongvon_app;

-- Few grants among many movements.
create index movement_granted on capital.movement (allotment_id) where kind in ('GRANTED', 'WRITTEN_OFF');
