create table session.vault (
    office_id bigint primary key references organisation.unit,
    point_id  bigint not null references organisation.point,
    balance   bigint not null,

    constraint vault_not_negative check (balance >= 0)
);
comment on table session.vault is 'Cash of an office that is in no teller''s box. Balance is the sum of the vault''s movements.';
comment on column session.vault.point_id is 'The office''s own direct point.';

create table session.vault_movement (
    journal_id bigint primary key references ledger.journal,
    office_id  bigint not null references session.vault,
    point_id   bigint not null references organisation.point,
    kind       text   not null,
    amount     bigint not null,

    constraint vault_movement_kind_known check (kind in ('VAULT_IN', 'VAULT_OUT', 'FLOAT', 'RETURN')),
    constraint vault_movement_direction  check (amount <> 0 and (amount > 0) = (kind in ('VAULT_IN', 'RETURN')))
);
comment on table session.vault_movement is 'What each journal brought into a vault or took out of it: from and to the bank, from and to sessions.';
comment on column session.vault_movement.amount is 'Whole đồng into the vault; negative out of it.';
create index vault_movement_by_office on session.vault_movement (office_id, journal_id desc);

create trigger vault_movement_append_only before update or delete or truncate on session.vault_movement
    for each statement execute function shared.refuse_change();

alter table session.vault enable row level security;
alter table session.vault force row level security;
create policy vault_scope on session.vault
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
alter table session.vault_movement enable row level security;
alter table session.vault_movement force row level security;
create policy vault_movement_scope on session.vault_movement
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

grant select, insert on session.vault, session.vault_movement to dongvon_app;
grant update (balance) on session.vault to dongvon_app;

-- A default, to be confirmed by each bank: no published source limits what a director may move between bank and vault.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('session.vault-cash', 'DIRECTOR', '2002-10-04', null, 'UNSURE');

-- Books from before took cash out of vaults that nobody had filled. What is missing came from the bank: it is booked so,
-- on the open day, before the vaults get their balance.
create temporary table vault_shortage on commit drop as
    select j.office_id, d.id as point_id, b.day, -sum(e.amount) as missing, gen_random_uuid() as key
      from ledger.journal j
      join ledger.entry e on e.journal_id = j.id and e.account = 'VAULT'
      join organisation.point d on d.office_id = j.office_id and d.direct
      join organisation.business_day b on b.office_id = j.office_id
     group by j.office_id, d.id, b.day
    having sum(e.amount) < 0;

insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
select s.key, 'session.MoveVaultCash', s.point_id, s.day, 0, 'SYSTEM', sha256(convert_to('vault shortage ' || s.missing, 'UTF8')), '{}'
  from vault_shortage s;

with counted as (
    insert into ledger.voucher_counter as c (point_id, year, last)
    select s.point_id, extract(year from s.day), 1 from vault_shortage s
        on conflict (point_id, year) do update set last = c.last + 1
    returning point_id, last)
insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
select s.key, s.point_id, s.office_id, s.day, s.day, 'VAULT_IN', c.last
  from vault_shortage s join counted c on c.point_id = s.point_id;

insert into ledger.entry (journal_id, point_id, account, amount)
select j.id, j.point_id, a.account, a.sign * s.missing
  from vault_shortage s
  join ledger.journal j on j.submission = s.key
 cross join (values ('VAULT', 1), ('BANK', -1)) a (account, sign);

insert into session.vault (office_id, point_id, balance)
select j.office_id, d.id, sum(e.amount)
  from ledger.journal j
  join ledger.entry e on e.journal_id = j.id and e.account = 'VAULT'
  join organisation.point d on d.office_id = j.office_id and d.direct
 group by j.office_id, d.id;

insert into session.vault_movement (journal_id, office_id, point_id, kind, amount)
select j.id, j.office_id, v.point_id, j.kind, sum(e.amount)
  from ledger.journal j
  join ledger.entry e on e.journal_id = j.id and e.account = 'VAULT'
  join session.vault v on v.office_id = j.office_id
 group by j.id, j.office_id, v.point_id, j.kind;
