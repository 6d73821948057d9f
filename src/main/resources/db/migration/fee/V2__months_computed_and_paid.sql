create sequence fee.computation_id;
create sequence fee.payable_id;

create table fee.computation (
    id              bigint primary key default shared.new_id('fee.computation_id'),
    point_id        bigint not null references organisation.point,
    office_id       bigint not null references organisation.unit,
    month           date   not null,
    state           text   not null,
    computed_on     date   not null,
    submission      uuid   not null unique references shared.submission deferrable initially deferred,
    due_journal     bigint unique references ledger.journal,
    back_journal    bigint unique references ledger.journal,

    constraint computation_of_whole_month check (month = date_trunc('month', month)::date),
    constraint computation_after_month    check (computed_on >= month + interval '1 month'),
    constraint computation_state_known    check (state in ('COMPUTED', 'REPLACED', 'APPROVED', 'TAKEN_BACK')),
    constraint computation_books          check (back_journal is null or state = 'TAKEN_BACK')
);
comment on table fee.computation is
    'A month of fee and commission of one office as computed: replaced until approved, then booked. At most one of a month counts.';
comment on column fee.computation.point_id is 'The office''s own direct point.';
comment on column fee.computation.month is 'The month''s first day.';
comment on column fee.computation.due_journal is 'Books what is due at the approval; none when nothing is due.';
create unique index computation_one_of_month on fee.computation (office_id, month) where state in ('COMPUTED', 'APPROVED');

create table fee.portfolio (
    computation_id bigint   not null references fee.computation,
    point_id       bigint   not null references organisation.point,
    association    text     not null references organisation.association,
    outstanding    bigint   not null,
    overdue        bigint   not null,
    share          smallint not null,

    primary key (computation_id, point_id, association),
    constraint portfolio_part_of_whole check (overdue between 0 and outstanding),
    constraint portfolio_share_percent check (share between 0 and 100)
);
comment on table fee.portfolio is 'The loans of an association at a point at the month''s end, and the percent of the fee that follows.';

create table fee.line (
    computation_id bigint   not null references fee.computation,
    target         text     not null,
    group_id       bigint   not null references "group".credit_group,
    programme_id   smallint not null,
    yearly         bigint   not null,
    point_id       bigint   not null references organisation.point,
    association    text     not null references organisation.association,
    base           text     not null,
    shared_out     boolean  not null,
    interest       bigint   not null,
    balance_days   numeric(38, 0) not null,
    days           smallint not null,
    rate           bigint   not null,
    share          smallint not null,
    amount         bigint   not null,

    primary key (computation_id, target, group_id, programme_id, yearly),
    constraint line_target_known   check (target in ('ENTRUSTMENT', 'COMMISSION', 'DEPOSIT')),
    constraint line_base_known     check (base in ('INTEREST', 'AVERAGE')),
    constraint line_of_one_base    check ((base = 'INTEREST') = (yearly > 0) and (base = 'INTEREST' or interest = 0)
                                      and (base = 'AVERAGE' or balance_days = 0)),
    constraint line_days_of_month  check (days between 28 and 31),
    constraint line_share_of_fee   check (share between 0 and 100 and (shared_out or share = 100)),
    constraint line_is_rounded_once check (amount = fee.half_up(fee.numerator(base, interest, balance_days, rate, share),
                                                                fee.denominator(base, yearly, days)))
);
comment on table fee.line is 'What one group''s loans of one programme and yearly rate, or its deposits, give to the fee or the commission.';
comment on column fee.line.yearly is 'Rate a year at which the interest was collected, units of 1e-8; 0 where an average counts.';
comment on column fee.line.interest is 'Whole đồng collected in the month, less what was taken back.';
comment on column fee.line.balance_days is 'đồng × days: the sum of the balances at the end of each day.';
comment on column fee.line.rate is 'Units of 1e-8 a month.';
create index line_by_group on fee.line (group_id, computation_id);

create table fee.payable (
    id             bigint  primary key default shared.new_id('fee.payable_id'),
    computation_id bigint  not null references fee.computation,
    point_id       bigint  not null references organisation.point,
    beneficiary    text    not null,
    group_id       bigint  references "group".credit_group,
    association    text    not null references organisation.association,
    computed       bigint  not null,
    carried        bigint  not null,
    paid           bigint  not null default 0,

    constraint payable_beneficiary_known check (beneficiary in ('GROUP', 'CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    constraint payable_group_named       check ((beneficiary = 'GROUP') = (group_id is not null)),
    constraint payable_carries_debt      check (carried <= 0),
    constraint payable_paid_whole        check (paid = 0 or paid = computed + carried and paid > 0),
    constraint payable_once unique nulls not distinct (computation_id, point_id, beneficiary, association, group_id)
);
comment on table fee.payable is 'What a group, or a level of an association at a point, is due for a month. Paid once and whole, or not yet.';
comment on column fee.payable.carried is 'What was below nothing in the month before, taken off here.';
comment on column fee.payable.paid is 'The sum of its payments.';
create index payable_by_group on fee.payable (group_id) where group_id is not null;
create index payable_open_by_point on fee.payable (point_id) where paid = 0;

create table fee.payment (
    line_id    uuid     primary key,
    journal_id bigint   not null references ledger.journal,
    line_no    smallint not null,
    payable_id bigint   not null references fee.payable,
    point_id   bigint   not null references organisation.point,
    way        text     not null,
    amount     bigint   not null,
    reverses   uuid     unique references fee.payment,

    constraint payment_way_known       check (way in ('CASH', 'DEPOSIT', 'BANK')),
    constraint payment_reversal_sign   check (amount <> 0 and (amount < 0) = (reverses is not null))
);
comment on table fee.payment is 'Dues paid, and payments taken back. Append-only.';
comment on column fee.payment.amount is 'Whole đồng paid out; negative when taken back.';
create index payment_by_journal on fee.payment (journal_id);
create index payment_by_payable on fee.payment (payable_id);
create trigger payment_append_only before update or delete or truncate on fee.payment
    for each statement execute function shared.refuse_change();
create trigger line_append_only before update or delete or truncate on fee.line
    for each statement execute function shared.refuse_change();
create trigger portfolio_append_only before update or delete or truncate on fee.portfolio
    for each statement execute function shared.refuse_change();

alter table fee.payable enable row level security;
alter table fee.payable force row level security;
create policy payable_scope on fee.payable
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy payable_narrow on fee.payable as restrictive to app_narrow
    using (group_id is not null and exists (select from "group".credit_group g where g.id = group_id)
           or group_id is null and association = (select shared.scope_association()));
alter table fee.computation enable row level security;
alter table fee.computation force row level security;
create policy computation_scope on fee.computation
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy computation_narrow on fee.computation as restrictive to app_narrow
    using (exists (select from fee.payable p where p.computation_id = computation.id));
alter table fee.portfolio enable row level security;
alter table fee.portfolio force row level security;
create policy portfolio_scope on fee.portfolio
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy portfolio_narrow on fee.portfolio as restrictive to app_narrow
    using (association = (select shared.scope_association()));
alter table fee.line enable row level security;
alter table fee.line force row level security;
create policy line_scope on fee.line
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy line_narrow on fee.line as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table fee.payment enable row level security;
alter table fee.payment force row level security;
create policy payment_scope on fee.payment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy payment_narrow on fee.payment as restrictive to app_narrow
    using (exists (select from fee.payable p where p.id = payable_id));

grant select, insert on fee.computation, fee.portfolio, fee.line, fee.payable, fee.payment to dongvon_app;
grant update (state, due_journal, back_journal) on fee.computation to dongvon_app;
grant update (paid) on fee.payable to dongvon_app;
grant usage on sequence fee.computation_id, fee.payable_id to dongvon_app;

insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('fee.month',         'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('fee.month-back',    'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('fee.transfer',      'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('fee.transfer-back', 'DIRECTOR', '2002-10-04', null, 'UNSURE');
