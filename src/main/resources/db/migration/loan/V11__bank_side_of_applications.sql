-- From the commune's answer to the loan: the bank receives, decides, gives notice (04/TD); the loan is paid out or not taken.
insert into loan.transition (move, from_step, to_step, role, needs_reason) values
    ('WITHDRAW', 'AT_COMMUNE',              'WITHDRAWN',               'GROUP_HEAD',        true),
    ('WITHDRAW', 'CONFIRMED',               'WITHDRAWN',               'GROUP_HEAD',        true),
    ('WITHDRAW', 'AT_BANK',                 'WITHDRAWN',               'GROUP_HEAD',        true),
    ('WITHDRAW', 'RETURNED_BY_ASSOCIATION', 'WITHDRAWN',               'GROUP_HEAD',        true),
    ('WITHDRAW', 'RETURNED_BY_COMMUNE',     'WITHDRAWN',               'GROUP_HEAD',        true),
    ('WITHDRAW', 'RETURNED_BY_BANK',        'WITHDRAWN',               'GROUP_HEAD',        true),
    ('RETURN',   'ACCEPTED',                'RETURNED_BY_ASSOCIATION', 'ASSOCIATION_STAFF', true),
    ('RETURN',   'AT_COMMUNE',              'RETURNED_BY_COMMUNE',     'COMMUNE_OFFICIAL',  true),
    ('RETURN',   'AT_BANK',                 'RETURNED_BY_BANK',        'CREDIT_OFFICER',    true),
    ('RESUBMIT', 'RETURNED_BY_ASSOCIATION', 'ACCEPTED',                'GROUP_HEAD',        false),
    ('RESUBMIT', 'RETURNED_BY_COMMUNE',     'AT_COMMUNE',              'GROUP_HEAD',        false),
    ('RESUBMIT', 'RETURNED_BY_BANK',        'AT_BANK',                 'GROUP_HEAD',        false),
    ('RECEIVE',  'CONFIRMED',               'AT_BANK',                 'CREDIT_OFFICER',    false),
    ('APPROVE',  'AT_BANK',                 'APPROVED',                'DIRECTOR',          false),
    ('APPROVE',  'AT_BANK',                 'APPROVED',                'MANAGER',           false),
    ('DECLINE',  'AT_BANK',                 'DECLINED',                'DIRECTOR',          true),
    ('DECLINE',  'AT_BANK',                 'DECLINED',                'MANAGER',           true),
    ('NOTIFY',   'APPROVED',                'NOTIFIED',                'CREDIT_OFFICER',    false),
    ('CANCEL',   'APPROVED',                'CANCELLED',               'CREDIT_OFFICER',    true),
    ('CANCEL',   'NOTIFIED',                'CANCELLED',               'CREDIT_OFFICER',    true),
    ('PAY_OUT',  'NOTIFIED',                'PAID_OUT',                'TELLER',            false);

alter table loan.application_event add column happened_on date;
alter table loan.application_event disable trigger application_event_append_only;
update loan.application_event e set happened_on = s.business_date from shared.submission s where s.key = e.submission;
alter table loan.application_event enable trigger application_event_append_only;
alter table loan.application_event alter column happened_on set not null;
comment on column loan.application_event.happened_on is 'The business day it was made on.';

alter table loan.application add column code text;
update loan.application a
   set code = u.code || '-HS' || (a.id & ((1::bigint << 47) - 1))
  from organisation.unit u
 where u.id = a.point_id;
alter table loan.application
    alter column code set not null,
    add constraint application_code_once unique (code);
comment on column loan.application.code is 'Its name for people: the point and a number, such as LECHAN-03-HS12.';

-- Whoever brought, answered for the commune, received, decided or paid out did none of the others.
drop index loan.application_event_two_people;
create unique index application_event_two_people on loan.application_event (application_id, human)
    where move in ('SUBMIT', 'CONFIRM', 'REFUSE', 'RECEIVE', 'APPROVE', 'DECLINE', 'PAY_OUT');

create index application_by_step on loan.application (point_id, step);

-- A loan that was approved and never paid out ends without a đồng.
alter table loan.loan
    drop constraint loan_stage_known,
    drop constraint loan_disbursed_when_active,
    drop constraint loan_closed_has_day,
    add constraint loan_stage_known check (stage in ('APPROVED', 'ACTIVE', 'CLOSED', 'CANCELLED')),
    add constraint loan_disbursed_when_active check ((stage in ('APPROVED', 'CANCELLED')) = (disbursed_on is null)),
    add constraint loan_closed_has_day check ((stage in ('CLOSED', 'CANCELLED')) = (closed_on is not null));
create or replace view loan.v_balance with (security_invoker = true) as
    select l.id as loan_id, l.point_id, l.household_id, l.borrower_id, l.programme_id, l.contract_id, l.association, l.jobs,
           (select coalesce(sum(p.principal), 0)
              from loan.part p
             where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as outstanding
      from loan.loan l
     where l.stage in ('ACTIVE', 'CLOSED');

create table loan.approval (
    application_id bigint primary key references loan.application,
    loan_id        bigint not null unique references loan.loan,
    point_id       bigint not null references organisation.point,
    change_id      bigint not null unique,
    submission     uuid   not null references shared.submission deferrable initially deferred
);
comment on table loan.approval is 'The loan that an approved application became. Append-only.';
comment on column loan.approval.change_id is 'The request of the credit officer that was approved: who proposed what, who decided.';
create trigger approval_append_only before update or delete or truncate on loan.approval
    for each statement execute function shared.refuse_change();

create sequence loan.notice_id;
create table loan.notice (
    id         bigint   primary key default shared.new_id('loan.notice_id'),
    point_id   bigint   not null references organisation.point,
    group_id   bigint   not null references "group".credit_group,
    year       smallint not null,
    number     integer  not null,
    issued_on  date     not null,
    pay_on     date     not null,
    submission uuid     not null references shared.submission deferrable initially deferred,

    constraint notice_once_a_group     unique (submission, group_id),
    constraint notice_numbered_once    unique (point_id, year, number),
    constraint notice_number_positive  check (number > 0),
    constraint notice_of_its_year      check (year = extract(year from issued_on)),
    constraint notice_before_payment   check (pay_on >= issued_on)
);
comment on table loan.notice is 'Notices of approval to a group (04/TD): who was approved, and on which session it is paid out. Append-only.';
create index notice_by_group on loan.notice (group_id, issued_on);
create trigger notice_append_only before update or delete or truncate on loan.notice
    for each statement execute function shared.refuse_change();

create table loan.notice_line (
    application_id bigint primary key references loan.application,
    notice_id      bigint not null references loan.notice,
    point_id       bigint not null references organisation.point
);
comment on table loan.notice_line is 'The applications that a notice of approval names; each is named once. Append-only.';
create index notice_line_by_notice on loan.notice_line (notice_id);
create trigger notice_line_append_only before update or delete or truncate on loan.notice_line
    for each statement execute function shared.refuse_change();

alter table loan.approval enable row level security;
alter table loan.approval force row level security;
create policy approval_scope on loan.approval
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy approval_narrow on loan.approval as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

alter table loan.notice enable row level security;
alter table loan.notice force row level security;
create policy notice_scope on loan.notice
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy notice_narrow on loan.notice as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table loan.notice_line enable row level security;
alter table loan.notice_line force row level security;
create policy notice_line_scope on loan.notice_line
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy notice_line_narrow on loan.notice_line as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

grant select, insert on loan.approval, loan.notice, loan.notice_line to dongvon_app;
grant usage on sequence loan.notice_id to dongvon_app;

-- The sum approved for one loan, up to which each role decides. Defaults, to be confirmed by each bank: no published source
-- gives the limits.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.decision', 'DIRECTOR', '2002-10-04',   500000000, 'UNSURE'),
    ('loan.decision', 'MANAGER',  '2002-10-04', 10000000000, 'UNSURE');

-- A loan that came from an application waits for its notice; one that came otherwise may be paid out at once.
create view loan.v_to_pay_out with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.borrower_id as person_id, p.full_name, p.identity_last4, p.restricted,
           g.code as group_code, g.name as group_name, c.name_vi as programme_vi, c.name_en as programme_en, l.amount,
           coalesce(n.pay_on, l.approved_on) as pay_on
      from loan.loan l
      join household.person p on p.id = l.borrower_id
      join programme.programme c on c.id = l.programme_id
      left join "group".credit_group g on g.id = l.group_id
      left join loan.approval v on v.loan_id = l.id
      left join loan.notice_line w on w.application_id = v.application_id
      left join loan.notice n on n.id = w.notice_id
     where l.stage = 'APPROVED' and (v.loan_id is null or n.id is not null);
comment on view loan.v_to_pay_out is 'Loans that may be paid out, with their borrowers and the session that the notice names.';
create index loan_to_pay_out on loan.loan (point_id) where stage = 'APPROVED';
grant select on loan.v_to_pay_out to dongvon_app;
