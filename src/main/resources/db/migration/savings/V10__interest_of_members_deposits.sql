-- Interest credited to members' deposits: each a movement of its account, with what it was computed from.
create table savings.interest (
    line_id    uuid           primary key,
    journal_id bigint         not null references ledger.journal,
    account_id bigint         not null references savings.account,
    point_id   bigint         not null references organisation.point,
    until      date           not null,
    numerator  numeric(38, 0) not null,
    amount     bigint         not null,

    constraint interest_amount_positive check (amount > 0),
    constraint interest_is_rounded      check (div(2 * numerator + 36500000000, 73000000000) = amount and numerator > 0)
);
comment on table savings.interest is 'Interest credited to deposits of members. Append-only.';
comment on column savings.interest.line_id is 'The movement that credits it.';
comment on column savings.interest.until is 'It is of the days before this one.';
comment on column savings.interest.numerator is 'What was owed, in đồng × 365 × 10^8; rounded HALF_UP it is the amount.';
create index interest_of_account on savings.interest (account_id, until);
create index interest_by_journal on savings.interest (journal_id);

create table savings.interest_month (
    office_id  bigint  not null references organisation.unit,
    month      date    not null,
    point_id   bigint  not null references organisation.point,
    until      date    not null,
    accounts   integer not null,
    amount     bigint  not null,
    submission uuid    not null unique references shared.submission deferrable initially deferred,

    primary key (office_id, month),
    constraint interest_month_first_day        check (extract(day from month) = 1),
    constraint interest_month_until_follows    check (until > month),
    constraint interest_month_not_negative     check (accounts >= 0 and amount >= 0)
);
comment on table savings.interest_month is 'Months whose interest was credited to the deposits of an office''s members. Append-only.';
comment on column savings.interest_month.until is 'The day after the period.';
comment on column savings.interest_month.amount is 'Whole đồng credited.';

create trigger interest_append_only before update or delete or truncate on savings.interest
    for each statement execute function shared.refuse_change();
create trigger interest_month_append_only before update or delete or truncate on savings.interest_month
    for each statement execute function shared.refuse_change();

alter table savings.interest enable row level security;
alter table savings.interest force row level security;
create policy interest_scope on savings.interest
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy interest_narrow on savings.interest as restrictive to app_narrow
    using (exists (select from savings.account a where a.id = account_id));
alter table savings.interest_month enable row level security;
alter table savings.interest_month force row level security;
create policy interest_month_scope on savings.interest_month
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy interest_month_narrow on savings.interest_month as restrictive to app_narrow using (false);

grant select, insert on savings.interest, savings.interest_month to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives the limits.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('savings.interest', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('savings.interest', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');
