grant usage on schema savings to dongvon_app;

create sequence savings.account_id;

create table savings.account (
    id           bigint primary key default shared.new_id('savings.account_id'),
    point_id     bigint not null references organisation.point,
    member_id    bigint not null unique references "group".member,
    household_id bigint not null references household.household,
    opened_on    date   not null,
    closed_on    date,
    balance      bigint not null default 0,

    constraint account_balance_not_negative check (balance >= 0),
    constraint account_closed_empty         check (closed_on is null or balance = 0)
) with (fillfactor = 70);
comment on table savings.account is 'Demand deposit of a group member (tài khoản 105): one member, one account. Balance is the sum of its movements.';

create table savings.movement (
    line_id    uuid     primary key,
    journal_id bigint   not null,
    line_no    smallint not null,
    account_id bigint   not null,
    point_id   bigint   not null,
    value_date date     not null,
    amount     bigint   not null,
    reverses   uuid     unique,

    constraint movement_amount_not_zero check (amount <> 0)
);
comment on table savings.movement is 'Deposits (positive) and withdrawals (negative) of members. Append-only.';
create index movement_by_journal on savings.movement (journal_id);
create index movement_by_account on savings.movement (account_id, value_date);

-- As strong as foreign keys, since neither journals nor accounts are ever deleted: see loan.require_movement_belongs.
create function savings.require_movement_belongs() returns trigger language plpgsql as $$
begin
    if exists (select from added a
                 left join savings.account c on c.id = a.account_id and c.point_id = a.point_id
                where c.id is null) then
        raise exception using errcode = '23503', constraint = 'movement_belongs_to_account',
            message = 'a movement names an account that does not exist at its point';
    end if;
    if exists (select from (select distinct journal_id, point_id from added) a
                 left join ledger.journal j on j.id = a.journal_id and j.point_id = a.point_id
                where j.id is null) then
        raise exception using errcode = '23503', constraint = 'movement_belongs_to_journal',
            message = 'a movement names a journal that does not exist at its point';
    end if;
    return null;
end $$;
create trigger movement_belongs after insert on savings.movement
    referencing new table as added for each statement execute function savings.require_movement_belongs();

create trigger movement_append_only before update or delete or truncate on savings.movement
    for each statement execute function shared.refuse_change();

alter table savings.account enable row level security;
alter table savings.account force row level security;
create policy account_scope on savings.account
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table savings.movement enable row level security;
alter table savings.movement force row level security;
create policy movement_scope on savings.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on savings.account, savings.movement to dongvon_app;
grant update (balance, closed_on) on savings.account to dongvon_app;
grant usage on sequence savings.account_id to dongvon_app;
