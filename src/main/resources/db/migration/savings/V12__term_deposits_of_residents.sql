create table savings.term_rate (
    area        text     not null default '',
    months      smallint not null,
    valid_from  date     not null,
    rate        bigint   not null,
    document_id bigint   references document.document,
    mark        text     not null,
    note        text     not null,

    primary key (area, months, valid_from),
    constraint term_rate_months_in_range check (months between 1 and 60),
    constraint term_rate_in_range        check (rate between 0 and 20000000),
    constraint term_rate_mark_known      check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint term_rate_has_basis       check (document_id is not null or note <> '')
);
comment on table savings.term_rate is 'Rates of term deposits by term and date. A change is a new row.';
comment on column savings.term_rate.area is 'Code of the office or province that set it; empty: the country''s ceiling, which holds where neither has a row.';
comment on column savings.term_rate.rate is 'Units of 1e-8 a year: 4 % is 4 000 000.';
create trigger term_rate_append_only before update or delete or truncate on savings.term_rate
    for each statement execute function shared.refuse_change();
insert into savings.term_rate (months, valid_from, rate, mark, note) values
    ( 1, '2002-10-04', 3100000, 'UNSURE', 'Mức trần đã công bố trên trang của NHCSXH, không rõ ngày.'),
    ( 3, '2002-10-04', 3400000, 'UNSURE', 'Mức trần đã công bố trên trang của NHCSXH, không rõ ngày.'),
    ( 6, '2002-10-04', 4000000, 'UNSURE', 'Mức trần đã công bố trên trang của NHCSXH, không rõ ngày.'),
    (12, '2002-10-04', 5600000, 'UNSURE', 'Mức trần đã công bố trên trang của NHCSXH, không rõ ngày.');

create sequence savings.term_deposit_id;
create table savings.term_deposit (
    id          bigint   primary key default shared.new_id('savings.term_deposit_id'),
    point_id    bigint   not null references organisation.point,
    person_id   bigint   not null references household.person,
    code        text     not null unique,
    number      integer  not null,
    months      smallint not null,
    at_maturity text     not null,
    opened_on   date     not null,
    closed_on   date,
    balance     bigint   not null default 0,

    unique (point_id, number),
    constraint term_deposit_number_counts        check (number > 0),
    constraint term_deposit_months_in_range      check (months between 1 and 60),
    constraint term_deposit_maturity_known       check (at_maturity in ('RENEW', 'PAY')),
    constraint term_deposit_balance_not_negative check (balance >= 0),
    constraint term_deposit_closed_empty         check (closed_on is null or balance = 0),
    constraint term_deposit_closed_after         check (closed_on >= opened_on)
) with (fillfactor = 80);
comment on table savings.term_deposit is 'Term deposits of residents (tiền gửi có kỳ hạn). Balance is the sum of the movements.';
comment on column savings.term_deposit.number is 'Number of the savings book: serial at the point, without a gap.';
comment on column savings.term_deposit.at_maturity is 'RENEW: another term with the interest; PAY: kept at the demand rate until it is paid out.';
create index term_deposit_of_person on savings.term_deposit (person_id);

create table savings.term_period (
    deposit_id bigint   not null references savings.term_deposit,
    seq        smallint not null,
    journal_id bigint   not null references ledger.journal,
    point_id   bigint   not null references organisation.point,
    from_on    date     not null,
    matures_on date,
    rate       bigint,
    principal  bigint   not null,

    primary key (deposit_id, seq),
    constraint term_period_forward            check (matures_on > from_on),
    constraint term_period_of_a_term_has_rate check ((matures_on is null) = (rate is null)),
    constraint term_period_principal_positive check (principal > 0)
);
comment on table savings.term_period is 'The terms of a deposit one after another; the last holds. Append-only.';
comment on column savings.term_period.matures_on is 'None: it has matured and bears the demand rate until it is paid out.';
comment on column savings.term_period.rate is 'Units of 1e-8 a year.';
create index term_period_by_maturity on savings.term_period (point_id, matures_on);
create index term_period_by_journal on savings.term_period (journal_id);

create table savings.term_movement (
    line_id    uuid     primary key,
    journal_id bigint   not null references ledger.journal,
    line_no    smallint not null,
    deposit_id bigint   not null references savings.term_deposit,
    point_id   bigint   not null references organisation.point,
    value_date date     not null,
    kind       text     not null,
    amount     bigint   not null,
    numerator  numeric(38, 0),

    constraint term_movement_kind_known    check (kind in ('OPENED', 'INTEREST', 'PAID')),
    constraint term_movement_has_its_sign  check (case kind when 'PAID' then amount < 0 else amount > 0 end),
    constraint term_movement_is_rounded    check (case when kind = 'INTEREST' then div(2 * numerator + 36500000000, 73000000000) = amount
                                                       else numerator is null end)
);
comment on table savings.term_movement is 'What was paid into term deposits, their interest, and what was paid out (negative). Append-only.';
comment on column savings.term_movement.numerator is 'What the interest was rounded from, in đồng × 365 × 10^8.';
create index term_movement_of_deposit on savings.term_movement (deposit_id);
create index term_movement_by_journal on savings.term_movement (journal_id);

create trigger term_period_append_only before update or delete or truncate on savings.term_period
    for each statement execute function shared.refuse_change();
create trigger term_movement_append_only before update or delete or truncate on savings.term_movement
    for each statement execute function shared.refuse_change();

alter table savings.term_deposit enable row level security;
alter table savings.term_deposit force row level security;
create policy term_deposit_scope on savings.term_deposit
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy term_deposit_narrow on savings.term_deposit as restrictive to app_narrow using (false);
alter table savings.term_period enable row level security;
alter table savings.term_period force row level security;
create policy term_period_scope on savings.term_period
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy term_period_narrow on savings.term_period as restrictive to app_narrow using (false);
alter table savings.term_movement enable row level security;
alter table savings.term_movement force row level security;
create policy term_movement_scope on savings.term_movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy term_movement_narrow on savings.term_movement as restrictive to app_narrow using (false);

create view savings.v_term_deposit with (security_invoker = true) as
    select d.id, d.point_id, d.person_id, d.code, d.months, d.at_maturity, d.balance, p.from_on, p.matures_on
      from savings.term_deposit d
      cross join lateral (
           select t.from_on, t.matures_on from savings.term_period t where t.deposit_id = d.id order by t.seq desc limit 1) p
     where d.closed_on is null;
comment on view savings.v_term_deposit is 'Open term deposits of residents with the term that runs.';

grant select, insert on savings.term_rate, savings.term_deposit, savings.term_period, savings.term_movement to dongvon_app;
grant update (balance, closed_on) on savings.term_deposit to dongvon_app;
grant usage on sequence savings.term_deposit_id to dongvon_app;
grant select on savings.v_term_deposit to dongvon_app;
