grant usage on schema supervision to dongvon_app;

create sequence supervision.reconciliation_id;
create sequence supervision.reconciled_answer_id;
create sequence supervision.reconciled_follow_up_id;

create table supervision.reconciliation (
    id          bigint primary key default shared.new_id('supervision.reconciliation_id'),
    point_id    bigint not null references organisation.point,
    group_id    bigint not null references "group".credit_group,
    association text   not null references organisation.association,
    as_of       date   not null,
    team        text   not null,
    taken_on    date   not null,
    human       bigint not null,
    submission  uuid   not null unique references shared.submission deferrable initially deferred,

    constraint reconciliation_once        unique (group_id, as_of),
    constraint reconciliation_at_point    unique (id, point_id),
    constraint reconciliation_not_ahead   check (as_of <= taken_on),
    constraint reconciliation_team_named  check (length(team) between 3 and 200 and team is nfc normalized)
);
comment on table supervision.reconciliation is
    'A reconciliation of balances with all members of a group as of a day (danh sách đối chiếu, 15/TD). Append-only.';
comment on column supervision.reconciliation.taken_on is 'The open day of the office when the balances were taken.';
create trigger reconciliation_append_only before update or delete or truncate on supervision.reconciliation
    for each statement execute function shared.refuse_change();

create table supervision.reconciled_line (
    sheet_id        bigint   not null,
    line_no         smallint not null,
    point_id        bigint   not null,
    member_id       bigint   not null references "group".member,
    loan_id         bigint   references loan.loan,
    first_of_member boolean  not null,
    principal       bigint   not null,
    overdue         bigint   not null,
    interest        bigint   not null,
    deposit         bigint   not null,

    constraint reconciled_line_pk         primary key (sheet_id, line_no),
    constraint reconciled_line_of_sheet   foreign key (sheet_id, point_id) references supervision.reconciliation (id, point_id),
    constraint reconciled_line_book       unique (sheet_id, line_no, principal, interest, deposit),
    constraint reconciled_line_amounts    check (least(principal, overdue, interest, deposit) >= 0 and overdue <= principal),
    constraint reconciled_line_loan_owes  check (loan_id is not null or principal + interest = 0),
    constraint reconciled_line_deposit    check (first_of_member or deposit = 0)
);
comment on table supervision.reconciled_line is
    'What the books said of a member as of the day: a loan, or the deposit alone. The deposit stands on the member''s first line. Append-only.';
comment on column supervision.reconciled_line.interest is 'Interest that could be asked for at the end of the day before, HALF_UP to one đồng.';
create unique index reconciled_line_loan_once on supervision.reconciled_line (sheet_id, loan_id);
create unique index reconciled_line_member_once on supervision.reconciled_line (sheet_id, member_id) where first_of_member;
create index reconciled_line_by_loan on supervision.reconciled_line (loan_id);
create trigger reconciled_line_append_only before update or delete or truncate on supervision.reconciled_line
    for each statement execute function shared.refuse_change();

create table supervision.reconciled_answer (
    id             bigint   primary key default shared.new_id('supervision.reconciled_answer_id'),
    sheet_id       bigint   not null,
    line_no        smallint not null,
    point_id       bigint   not null,
    book_principal bigint   not null,
    book_interest  bigint   not null,
    book_deposit   bigint   not null,
    principal      bigint   not null,
    interest       bigint   not null,
    deposit        bigint   not null,
    differs        boolean  not null generated always as
                   (principal <> book_principal or interest <> book_interest or deposit <> book_deposit) stored,
    cause          text,
    responsible    text,
    deadline       date,
    answered_on    date     not null,
    human          bigint   not null,
    submission     uuid     not null references shared.submission deferrable initially deferred,

    constraint reconciled_answer_once     unique (sheet_id, line_no),
    constraint reconciled_answer_by       unique (id, human, differs),
    constraint reconciled_answer_at_point foreign key (sheet_id, point_id) references supervision.reconciliation (id, point_id),
    constraint reconciled_answer_of_line  foreign key (sheet_id, line_no, book_principal, book_interest, book_deposit)
        references supervision.reconciled_line (sheet_id, line_no, principal, interest, deposit),
    constraint reconciled_answer_amounts  check (least(principal, interest, deposit) >= 0),
    constraint reconciled_answer_cause    check (cause in ('BORROWED_FOR_OTHERS', 'MISAPPROPRIATED', 'EMBEZZLED', 'NOT_PAID_IN',
                                                           'WRONG_BORROWER', 'PAPERS_MISSING', 'BOOKED_WRONGLY',
                                                           'MEMBER_MISTAKEN')),
    constraint reconciled_answer_explained check (
        (principal <> book_principal or interest <> book_interest or deposit <> book_deposit)
            = (cause is not null)
        and (cause is null) = (responsible is null) and (cause is null) = (deadline is null)),
    constraint reconciled_answer_deadline check (deadline >= answered_on),
    constraint reconciled_answer_responsible check (length(responsible) between 3 and 100 and responsible is nfc normalized)
);
comment on table supervision.reconciled_answer is
    'What a member said of a line, beside a copy of what the books said; a difference has a cause, somebody responsible and a deadline. Append-only.';
comment on column supervision.reconciled_answer.human is 'Who entered it; somebody else closes what follows.';
create trigger reconciled_answer_append_only before update or delete or truncate on supervision.reconciled_answer
    for each statement execute function shared.refuse_change();
create index reconciled_answer_open on supervision.reconciled_answer (point_id, deadline) where differs;

create table supervision.reconciled_follow_up (
    id          bigint   primary key default shared.new_id('supervision.reconciled_follow_up_id'),
    answer_id   bigint   not null,
    point_id    bigint   not null references organisation.point,
    step        text     not null,
    happened_on date     not null,
    measure     text     not null,
    evidence    text     not null,
    entered_by  bigint   not null,
    differs     boolean  not null,
    human       bigint   not null,
    submission  uuid     not null unique references shared.submission deferrable initially deferred,

    constraint reconciled_follow_up_of_answer  foreign key (answer_id, entered_by, differs)
        references supervision.reconciled_answer (id, human, differs),
    constraint reconciled_follow_up_difference check (differs),
    constraint reconciled_follow_up_step_known check (step in ('MEASURE', 'CLOSED')),
    constraint reconciled_follow_up_two        check (step <> 'CLOSED' or human <> entered_by),
    constraint reconciled_follow_up_measure    check (length(measure) between 5 and 300 and measure is nfc normalized),
    constraint reconciled_follow_up_evidence   check (length(evidence) <= 300 and evidence is nfc normalized
                                                  and (step <> 'CLOSED' or length(evidence) >= 3))
);
comment on table supervision.reconciled_follow_up is
    'What was done about a difference, and its closing by another person than the one who entered it. Append-only.';
comment on column supervision.reconciled_follow_up.evidence is 'The voucher, minutes or paper that proves it.';
create unique index reconciled_follow_up_closed_once on supervision.reconciled_follow_up (answer_id) where step = 'CLOSED';
create index reconciled_follow_up_by_answer on supervision.reconciled_follow_up (answer_id);
create trigger reconciled_follow_up_append_only before update or delete or truncate on supervision.reconciled_follow_up
    for each statement execute function shared.refuse_change();

alter table supervision.reconciliation enable row level security;
alter table supervision.reconciliation force row level security;
create policy reconciliation_scope on supervision.reconciliation
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy reconciliation_narrow on supervision.reconciliation as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table supervision.reconciled_line enable row level security;
alter table supervision.reconciled_line force row level security;
create policy reconciled_line_scope on supervision.reconciled_line
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy reconciled_line_narrow on supervision.reconciled_line as restrictive to app_narrow
    using (exists (select from supervision.reconciliation r where r.id = sheet_id));

alter table supervision.reconciled_answer enable row level security;
alter table supervision.reconciled_answer force row level security;
create policy reconciled_answer_scope on supervision.reconciled_answer
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy reconciled_answer_narrow on supervision.reconciled_answer as restrictive to app_narrow
    using (exists (select from supervision.reconciliation r where r.id = sheet_id));

alter table supervision.reconciled_follow_up enable row level security;
alter table supervision.reconciled_follow_up force row level security;
create policy reconciled_follow_up_scope on supervision.reconciled_follow_up
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy reconciled_follow_up_narrow on supervision.reconciled_follow_up as restrictive to app_narrow
    using (exists (select from supervision.reconciled_answer a where a.id = answer_id));

grant select, insert on supervision.reconciliation, supervision.reconciled_line, supervision.reconciled_answer,
    supervision.reconciled_follow_up to dongvon_app;
grant usage on sequence supervision.reconciliation_id, supervision.reconciled_answer_id, supervision.reconciled_follow_up_id
    to dongvon_app;

-- What the books say of the members of a group at the end of a day: a line a loan that is owed, or the deposit alone. Only what
-- was booked by the day counts, by the rates that were known on it; docs/domain/reconciliation.md.
create function supervision.balances_of_group(of_group bigint, as_of date)
    returns table (member_id bigint, ordinal integer, loan_id bigint, first_of_member boolean, principal bigint, overdue bigint,
                   interest bigint, deposit bigint)
    language sql stable
begin atomic
    with member as materialized (
        select s.member_id, s.ordinal
          from "group".v_membership s
         where s.group_id = of_group and s.from_on <= as_of and (s.to_on is null or s.to_on > as_of)),
    part as (
        select l.id, l.member_id, coalesce(l.interest_due_from, l.disbursed_on) as due_from, v.series_id, v.part,
               sum(v.principal)::bigint as principal, sum(v.constant) as constant
          from member m
          join loan.v_member_loan l on l.member_id = m.member_id
          join loan.v_movement v on v.loan_id = l.id
         where v.business_date <= as_of and v.part <> 'WRITTEN_OFF'
         group by l.id, l.member_id, l.interest_due_from, l.disbursed_on, v.series_id, v.part),
    loan as (
        select p.id, p.member_id, sum(p.principal)::bigint as principal,
               coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue,
               case when p.due_from > as_of then 0
                    else greatest(0, div(2 * sum(p.constant + p.principal::numeric * coalesce(
                             case p.part when 'IN_TERM' then programme.in_term_index(p.series_id, as_of, as_of)
                                         when 'OVERDUE' then programme.overdue_index(p.series_id, as_of, as_of) end, 0))
                             + 36500000000, 73000000000)) end::bigint as interest
          from part p
         group by p.id, p.member_id, p.due_from),
    saved as (
        select m.member_id, a.id as account_id,
               coalesce((select sum(v.amount)
                           from savings.v_movement v
                           join ledger.v_journal j on j.id = v.journal_id
                          where v.account_id = a.id and j.business_date <= as_of), 0)::bigint as balance
          from member m
          join savings.v_account a on a.member_id = m.member_id
         where a.closed_on is null or a.closed_on > as_of)
    select m.member_id, m.ordinal::integer, l.id, f.first, coalesce(l.principal, 0), coalesce(l.overdue, 0), coalesce(l.interest, 0),
           case when f.first then coalesce(s.balance, 0) else 0 end
      from member m
      left join loan l on l.member_id = m.member_id and l.principal + l.interest > 0
      left join saved s on s.member_id = m.member_id
      cross join lateral (select not exists (select from loan e where e.member_id = m.member_id and e.id < l.id
                                                and e.principal + e.interest > 0) as first) f
     where l.id is not null or s.account_id is not null;
end;
grant execute on function supervision.balances_of_group(bigint, date) to dongvon_app;

create view supervision.v_reconciled with (security_invoker = true) as
    select r.id as sheet_id, r.point_id, r.group_id, r.association, r.as_of, l.line_no, l.member_id, l.loan_id, l.principal, l.deposit,
           a.id as answer_id, a.differs, a.cause, a.responsible, a.deadline, a.answered_on, a.principal as said_principal,
           a.principal - l.principal as principal_off, a.interest - l.interest as interest_off, a.deposit - l.deposit as deposit_off,
           c.happened_on as closed_on, m.person_id as borrower_id
      from supervision.reconciliation r
      join supervision.reconciled_line l on l.sheet_id = r.id
      join "group".v_member m on m.id = l.member_id
      left join supervision.reconciled_answer a on a.sheet_id = l.sheet_id and a.line_no = l.line_no
      left join supervision.reconciled_follow_up c on c.answer_id = a.id and c.step = 'CLOSED';
comment on view supervision.v_reconciled is
    'Each line of a reconciliation, with what the member said, how far that is from the books, and when it was settled.';
grant select on supervision.v_reconciled to dongvon_app;
