-- A distribution of interest may be taken back, and with it what it added.
alter table capital.contract_movement
    drop constraint contract_movement_has_its_sign,
    add constraint contract_movement_has_its_sign
        check (case kind when 'RETURNED' then amount < 0 when 'RECEIVED' then amount > 0 else amount <> 0 end);

-- What all offices may lend of a contract, also those that the actor does not see: a sum of fewer would grant the same money twice.
create function capital.granted_of(contract bigint) returns bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return (select coalesce(sum(a.granted), 0)::bigint from capital.allotment a where a.contract_id = contract);
revoke execute on function capital.granted_of(bigint) from public;
grant execute on function capital.granted_of(bigint) to dongvon_app;

-- The offices that may lend of a contract in scope and are not in scope themselves: by name, without a figure.
create function capital.offices_beyond(contract bigint) returns table (code text, name text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select u.code, u.name
      from capital.contract c
      join capital.allotment a on a.contract_id = c.id
      join organisation.unit u on u.id = a.office_id
     where c.id = contract and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
       and not a.point_id <@ (select shared.scope())
     order by u.code;
end;
revoke execute on function capital.offices_beyond(bigint) from public;
grant execute on function capital.offices_beyond(bigint) to dongvon_app;

create or replace function capital.require_within_contract() returns trigger language plpgsql as $$
declare
    held  bigint := (to_jsonb(new) ->> case tg_table_name when 'contract' then 'id' else 'contract_id' end)::bigint;
    there bigint;
    given bigint;
begin
    select received + added + moved - returned - written_off into there from capital.contract where id = held for update;
    given := capital.granted_of(held);
    if given > there then
        raise exception using errcode = '23514', constraint = 'allotment_within_contract',
            message = format('allotments of contract %s sum to %s of %s', held, given, there);
    end if;
    return null;
end $$;
