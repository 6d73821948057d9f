grant usage on schema capital to dongvon_app;

create sequence capital.contract_id;
create sequence capital.allotment_id;

create table capital.source (
    code    text primary key,
    local   boolean not null,
    name_vi text    not null,
    name_en text    not null
);
comment on table capital.source is 'Where lending capital comes from.';
comment on column capital.source.local is 'Whether it is entrusted by a local budget.';
insert into capital.source (code, local, name_vi, name_en) values
    ('CENTRAL',   false, 'Nguồn vốn trung ương',             'Central capital'),
    ('PROVINCE',  true,  'Ngân sách cấp tỉnh ủy thác',       'Entrusted provincial budget'),
    ('DISTRICT',  true,  'Ngân sách cấp huyện ủy thác',      'Entrusted district budget'),
    ('COMMUNE',   true,  'Ngân sách cấp xã ủy thác',         'Entrusted commune budget'),
    ('MOBILISED', false, 'Nguồn vốn huy động',               'Mobilised deposits');
grant select on capital.source to dongvon_app;

create table capital.contract (
    id        bigint primary key default shared.new_id('capital.contract_id'),
    code      text   not null unique,
    point_id  bigint not null references organisation.point,
    source    text   not null references capital.source,
    owner     text   not null,
    decision  text   not null,
    signed_on date   not null,
    amount    bigint not null,

    constraint contract_amount_positive check (amount > 0),
    constraint contract_owner_normalised check (owner is nfc normalized)
);
comment on table capital.contract is
    'Capital handed to the bank to lend: central capital, or an entrusted budget with its owner and decision.';
comment on column capital.contract.point_id is 'The direct point of the office that administers it.';
comment on column capital.contract.amount is 'Whole đồng committed.';

create table capital.allotment (
    id          bigint primary key default shared.new_id('capital.allotment_id'),
    contract_id bigint not null references capital.contract,
    office_id   bigint not null references organisation.unit,
    point_id    bigint not null references organisation.point,
    granted     bigint not null default 0,
    lent        bigint not null default 0,

    unique (contract_id, office_id),
    constraint allotment_lent_within_granted check (lent <= granted),
    constraint allotment_lent_not_negative   check (lent >= 0),
    constraint allotment_granted_not_negative check (granted >= 0)
);
comment on table capital.allotment is 'The part of a contract that one office may lend. Every loan is drawn on one allotment.';
comment on column capital.allotment.lent is 'Whole đồng out with borrowers: the sum of the allotment''s movements of kind LENT and REPAID.';

create table capital.movement (
    journal_id   bigint not null references ledger.journal,
    allotment_id bigint not null references capital.allotment,
    point_id     bigint not null,
    kind         text   not null,
    amount       bigint not null,

    primary key (journal_id, allotment_id, kind),
    constraint movement_kind_known   check (kind in ('GRANTED', 'LENT')),
    constraint movement_not_zero     check (amount <> 0)
);
comment on table capital.movement is 'What each journal granted to an allotment and what it lent out of it; repaid principal is negative lending.';
create index movement_by_allotment on capital.movement (allotment_id);

create trigger movement_append_only before update or delete or truncate on capital.movement
    for each statement execute function shared.refuse_change();

-- The allotments of a contract never sum to more than the contract.
create function capital.require_within_contract() returns trigger language plpgsql as $$
declare
    committed bigint;
    given     bigint;
begin
    select amount into committed from capital.contract where id = new.contract_id for update;
    select sum(granted) into given from capital.allotment where contract_id = new.contract_id;
    if given > committed then
        raise exception using errcode = '23514', constraint = 'allotment_within_contract',
            message = format('allotments of contract %s sum to %s of %s', new.contract_id, given, committed);
    end if;
    return null;
end $$;
create constraint trigger allotment_within_contract after insert or update of granted on capital.allotment
    for each row execute function capital.require_within_contract();

alter table capital.contract enable row level security;
alter table capital.contract force row level security;
create policy contract_scope on capital.contract
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table capital.allotment enable row level security;
alter table capital.allotment force row level security;
create policy allotment_scope on capital.allotment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table capital.movement enable row level security;
alter table capital.movement force row level security;
create policy movement_scope on capital.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on capital.contract, capital.allotment, capital.movement to dongvon_app;
grant update (granted, lent) on capital.allotment to dongvon_app;
-- Locking the contract's row while its allotments are summed.
grant update (amount) on capital.contract to dongvon_app;
grant usage on sequence capital.contract_id, capital.allotment_id to dongvon_app;
