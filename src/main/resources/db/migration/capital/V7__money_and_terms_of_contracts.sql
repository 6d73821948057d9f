-- Kinds of capital by the level that gives it, in the order of statements; what is part of another kind stands below it.
alter table capital.source
    add column level   text,
    add column part_of text references capital.source,
    add column ordinal smallint not null default 0,
    add column ended   date,
    add constraint source_level_known check (level in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE'));
comment on column capital.source.level is 'The level of the budget that gives it; none for what is mobilised, borrowed or given.';
comment on column capital.source.ended is 'The first day on which no contract of this kind is signed any more: there are no districts since 1/7/2025.';
insert into capital.source (code, local, name_vi, name_en) values
    ('CHARTER',     false, 'Vốn điều lệ',                                        'Charter capital'),
    ('PROGRAMME',   false, 'Vốn ngân sách trung ương cấp cho chương trình',       'Central budget for single programmes'),
    ('STATE_BANKS', false, 'Tiền gửi 2% của các tổ chức tín dụng nhà nước',       'Deposits of 2 % by the state''s credit institutions'),
    ('BONDS',       false, 'Trái phiếu được Chính phủ bảo lãnh',                 'Bonds guaranteed by the Government'),
    ('BORROWED',    false, 'Vốn vay trong nước',                                 'Domestic borrowings'),
    ('ODA',         false, 'Vốn vay và dự án nước ngoài',                        'Foreign loans and projects'),
    ('DONATION',    false, 'Vốn ủng hộ, Quỹ Vì người nghèo',                     'Donations and the Fund for the Poor');
update capital.source s
   set level = v.level, part_of = v.part_of, ordinal = v.ordinal, ended = cast(v.ended as date)
  from (values ('CENTRAL',     'CENTRAL',  null,      10, null),
               ('CHARTER',     'CENTRAL',  'CENTRAL', 11, null),
               ('PROGRAMME',   'CENTRAL',  'CENTRAL', 12, null),
               ('STATE_BANKS', null,       null,      20, null),
               ('BONDS',       null,       null,      30, null),
               ('BORROWED',    null,       null,      40, null),
               ('ODA',         null,       null,      50, null),
               ('PROVINCE',    'PROVINCE', null,      60, null),
               ('DISTRICT',    'DISTRICT', null,      70, '2025-07-01'),
               ('COMMUNE',     'COMMUNE',  null,      80, null),
               ('MOBILISED',   null,       null,      90, null),
               ('DONATION',    null,       null,     100, null)) v (code, level, part_of, ordinal, ended)
 where s.code = v.code;

-- Received + interest added + moved here − returned − written off: what there is of a contract, lent or idle.
alter table capital.contract
    add column received bigint not null default 0,
    add column added    bigint not null default 0,
    add column moved    bigint not null default 0,
    add column returned bigint not null default 0,
    add column ends_on  date;
comment on column capital.contract.received is 'Whole đồng that came from the owner; never more than was agreed.';
comment on column capital.contract.added is 'Whole đồng of interest that was added to the capital.';
comment on column capital.contract.moved is 'Whole đồng moved here from other contracts, less what was moved from here to others.';
comment on column capital.contract.returned is 'Whole đồng given back to the owner.';
comment on column capital.contract.ends_on is 'The last day on which its owner hands money over.';

create table capital.contract_movement (
    journal_id  bigint not null references ledger.journal,
    contract_id bigint not null references capital.contract,
    point_id    bigint not null references organisation.point,
    kind        text   not null,
    amount      bigint not null,

    primary key (journal_id, contract_id, kind),
    constraint contract_movement_kind_known check (kind in ('RECEIVED', 'ADDED', 'MOVED', 'RETURNED')),
    constraint contract_movement_has_its_sign check (case kind when 'RETURNED' then amount < 0 when 'MOVED' then amount <> 0 else amount > 0 end)
);
comment on table capital.contract_movement is 'What each journal brought into a contract (positive) or took out of it (negative).';
create index contract_movement_by_contract on capital.contract_movement (contract_id);

-- Until now a grant was the receipt: its journal took the money in and handed it on.
insert into capital.contract_movement (journal_id, contract_id, point_id, kind, amount)
select m.journal_id, a.contract_id, m.point_id, 'RECEIVED', m.amount
  from capital.movement m
  join capital.allotment a on a.id = m.allotment_id
 where m.kind = 'GRANTED';
update capital.contract c
   set received = r.amount
  from (select contract_id, sum(amount) as amount from capital.contract_movement group by contract_id) r
 where r.contract_id = c.id;

alter table capital.contract
    drop constraint contract_written_off_within,
    add constraint contract_received_within_amount check (received between 0 and amount),
    add constraint contract_sums_not_negative      check (added >= 0 and returned >= 0 and written_off >= 0),
    add constraint contract_ends_after_signing     check (ends_on >= signed_on);

-- Few losses among many movements.
create index movement_written_off on capital.movement (allotment_id) where kind = 'WRITTEN_OFF';

create trigger contract_movement_append_only before update or delete or truncate on capital.contract_movement
    for each statement execute function shared.refuse_change();

-- What offices may lend never sums to more than there is, from whichever side it is changed. Called at the end of each statement.
create or replace function capital.require_within_contract() returns trigger language plpgsql as $$
declare
    held  bigint := (to_jsonb(new) ->> case tg_table_name when 'contract' then 'id' else 'contract_id' end)::bigint;
    there bigint;
    given bigint;
begin
    select received + added + moved - returned - written_off into there from capital.contract where id = held for update;
    select coalesce(sum(granted), 0) into given from capital.allotment where contract_id = held;
    if given > there then
        raise exception using errcode = '23514', constraint = 'allotment_within_contract',
            message = format('allotments of contract %s sum to %s of %s', held, given, there);
    end if;
    return null;
end $$;
create constraint trigger contract_covers_allotments
    after update of received, added, moved, returned, written_off on capital.contract
    for each row execute function capital.require_within_contract();

-- What was agreed, from a day on. A row of a closed day stays; the row of the open day may be written again.
create table capital.contract_term (
    contract_id bigint     not null references capital.contract,
    valid_from  date       not null,
    point_id    bigint     not null references organisation.point,
    source      text       not null references capital.source,
    owner       text       not null,
    decision    text       not null,
    amount      bigint     not null,
    ends_on     date,
    programmes  smallint[] not null default '{}',
    area_id     bigint     references organisation.unit,
    cap         bigint,
    series_id   integer    references programme.rate_series,
    priority    smallint   not null default 100,
    risk        smallint,
    fee         smallint,
    boards      smallint,
    added       smallint,
    document_id bigint     references document.document,

    primary key (contract_id, valid_from),
    constraint contract_term_amount_positive   check (amount > 0),
    constraint contract_term_cap_positive      check (cap > 0),
    constraint contract_term_priority_counts   check (priority between 1 and 999),
    constraint contract_term_owner_normalised  check (owner is nfc normalized),
    constraint contract_term_shares_are_whole  check (
        num_nulls(risk, fee, boards, added) = 4
        or num_nulls(risk, fee, boards, added) = 0
           and least(risk, fee, boards, added) >= 0 and risk + fee + boards + added = 10000)
);
comment on table capital.contract_term is 'Terms of a contract from a day on, with the document that says so.';
comment on column capital.contract_term.programmes is 'The programmes it may be lent under; all when none is named.';
comment on column capital.contract_term.area_id is 'The unit in whose points alone it may be lent, such as the commune that gives it.';
comment on column capital.contract_term.cap is 'The most that a loan of this money may be, where the local rule is lower than the programme''s.';
comment on column capital.contract_term.series_id is 'The rate series of loans of this money, where the local rate differs from the programme''s.';
comment on column capital.contract_term.priority is 'Which money is lent first: the lowest number.';
comment on column capital.contract_term.risk is 'Hundredths of a percent of the interest collected that go to the risk provision.';
comment on column capital.contract_term.fee is 'Likewise, to the bank for managing it.';
comment on column capital.contract_term.boards is 'Likewise, to the boards and bodies that manage it.';
comment on column capital.contract_term.added is 'Likewise, added to the capital.';

insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
select id, signed_on, point_id, source, owner, decision, amount from capital.contract;

create function capital.keep_closed_terms() returns trigger language plpgsql as $$
begin
    if old.valid_from < (select d.day from organisation.point p
                           join organisation.business_day d on d.office_id = p.office_id
                          where p.id = old.point_id)
       or (new.contract_id, new.valid_from, new.point_id) is distinct from (old.contract_id, old.valid_from, old.point_id) then
        raise exception using errcode = '23514', constraint = 'contract_term_of_closed_day_stays',
            message = format('terms of contract %s from %s are of a closed day', old.contract_id, old.valid_from);
    end if;
    return new;
end $$;
create trigger contract_term_of_closed_day_stays before update on capital.contract_term
    for each row execute function capital.keep_closed_terms();

alter table capital.contract_movement enable row level security;
alter table capital.contract_movement force row level security;
create policy contract_movement_scope on capital.contract_movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy contract_movement_narrow on capital.contract_movement as restrictive to app_narrow
    using (false);
alter table capital.contract_term enable row level security;
alter table capital.contract_term force row level security;
create policy contract_term_scope on capital.contract_term
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy contract_term_narrow on capital.contract_term as restrictive to app_narrow
    using (false);

grant select, insert on capital.contract_movement, capital.contract_term to dongvon_app;
grant update (source, owner, decision, amount, ends_on, programmes, area_id, cap, series_id, priority, risk, fee, boards, added,
              document_id) on capital.contract_term to dongvon_app;
grant update (source, owner, decision, ends_on, received, added, moved, returned) on capital.contract to dongvon_app;

-- The terms of a contract on its office's open day.
create view capital.v_term with (security_invoker = true) as
    select distinct on (t.contract_id)
           t.contract_id, t.valid_from, t.source, t.owner, t.amount, t.ends_on, t.programmes, t.area_id, t.cap, t.series_id, t.priority,
           t.risk, t.fee, t.boards, t.added
      from capital.contract_term t
     order by t.contract_id, t.valid_from desc;
comment on view capital.v_term is 'The newest terms of each contract.';

create view capital.v_contract_movement with (security_invoker = true) as
    select j.office_id, j.business_date, j.value_date, m.journal_id, m.contract_id, m.point_id, m.kind, m.amount
      from capital.contract_movement m
      join ledger.journal j on j.id = m.journal_id;
comment on view capital.v_contract_movement is 'Money of contracts in and out, by business date.';
grant select on capital.v_term, capital.v_contract_movement to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives the limits of taking capital in and giving it back.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('capital.money', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('capital.money', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('capital.move',  'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('capital.move',  'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');

create or replace view capital.v_contract with (security_invoker = true) as
    select c.id, c.code, c.source, s.local, c.owner, c.decision, c.signed_on, c.amount, c.point_id
      from capital.contract c
      join capital.source s on s.code = c.source;

create view capital.v_contract_term with (security_invoker = true) as
    select t.contract_id, t.valid_from, t.source, s.name_vi as source_vi, s.name_en as source_en, s.local, t.owner, t.decision, t.amount,
           t.ends_on, t.programmes, t.area_id, t.cap, t.series_id, t.priority, t.risk, t.fee, t.boards, t.added, t.document_id
      from capital.contract_term t
      join capital.source s on s.code = t.source;
comment on view capital.v_contract_term is 'Terms of contracts from each day on, with the name of their kind of capital.';
grant select on capital.v_contract_term to dongvon_app;
