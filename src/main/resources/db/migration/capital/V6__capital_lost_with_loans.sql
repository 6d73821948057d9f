-- Where the law lets the capital itself bear a loss, its contract and its allotment shrink with the loan written off:
-- received + added − returned − written off = lent + idle.
alter table capital.contract add column written_off bigint not null default 0;
alter table capital.contract
    add constraint contract_written_off_within check (written_off between 0 and amount);
comment on column capital.contract.written_off is 'Whole đồng lost with loans that were written off and that the capital itself bears.';
grant update (written_off) on capital.contract to dongvon_app;

alter table capital.movement
    drop constraint movement_kind_known,
    add constraint movement_kind_known check (kind in ('GRANTED', 'LENT', 'WRITTEN_OFF'));

create or replace function capital.require_within_contract() returns trigger language plpgsql as $$
declare
    committed bigint;
    given     bigint;
begin
    select amount - written_off into committed from capital.contract where id = new.contract_id for update;
    select sum(granted) into given from capital.allotment where contract_id = new.contract_id;
    if given > committed then
        raise exception using errcode = '23514', constraint = 'allotment_within_contract',
            message = format('allotments of contract %s sum to %s of %s', new.contract_id, given, committed);
    end if;
    return null;
end $$;
