grant usage on schema loan to dongvon_app;

create sequence loan.loan_id;

create table loan.loan (
    id                bigint   primary key default shared.new_id('loan.loan_id'),
    point_id          bigint   not null references organisation.point,
    code              text     not null unique,
    household_id      bigint   not null references household.household,
    borrower_id       bigint   not null references household.person,
    group_id          bigint   references "group".credit_group,
    member_id         bigint   references "group".member,
    association       text     not null references organisation.association,
    programme_id      smallint not null references programme.programme,
    series_id         integer  not null references programme.rate_series,
    contract_id       bigint   not null references capital.contract,
    allotment_id      bigint   not null references capital.allotment,
    amount            bigint   not null,
    approved_on       date     not null,
    term_months       smallint not null,
    interval_months   smallint not null,
    grace_months      smallint not null default 0,
    interest_grace    smallint not null default 0,
    unpaid_instalment text     not null,
    jobs              smallint not null default 0,
    stage             text     not null,
    disbursed_on      date,
    interest_due_from date,
    closed_on         date,

    constraint loan_amount_positive       check (amount > 0),
    constraint loan_stage_known           check (stage in ('APPROVED', 'ACTIVE', 'CLOSED')),
    constraint loan_disbursed_when_active check ((stage = 'APPROVED') = (disbursed_on is null)),
    constraint loan_due_from_disbursement check (interest_due_from >= disbursed_on),
    constraint loan_closed_has_day        check ((stage = 'CLOSED') = (closed_on is not null)),
    constraint loan_group_or_direct       check ((group_id is null) = (association = 'NONE')
                                             and (group_id is null) = (member_id is null)),
    constraint loan_term_positive         check (term_months > 0 and interval_months > 0),
    constraint loan_grace_within_term     check (grace_months between 0 and term_months - 1 and interest_grace between 0 and term_months),
    constraint loan_unpaid_rule_known     check (unpaid_instalment in ('CARRIED', 'OVERDUE')),
    constraint loan_jobs_not_negative     check (jobs >= 0)
);
comment on table loan.loan is 'A loan from its approval to its last đồng: who, what for, under which programme, with whose money.';
comment on column loan.loan.amount is 'Whole đồng approved, and paid out in full at disbursement.';
comment on column loan.loan.interval_months is 'Months between instalments of principal.';
comment on column loan.loan.grace_months is 'Months after disbursement in which no principal falls due.';
comment on column loan.loan.interest_grace is 'Months after disbursement in which interest accrues but is not asked for.';
comment on column loan.loan.unpaid_instalment is
    'What an unpaid instalment becomes at its due date: carried to the next (contracts before 1/3/2026) or overdue (CV 597/NHCS-TDNN).';
comment on column loan.loan.interest_due_from is 'Interest accrues from disbursement but is not asked for before this day (students).';
comment on column loan.loan.jobs is 'Jobs that the borrower undertook to create or keep.';
create index loan_by_group on loan.loan (group_id) where stage = 'ACTIVE';
create index loan_by_household on loan.loan (household_id);
create index loan_by_point on loan.loan (point_id, programme_id);

create table loan.part (
    loan_id   bigint         not null references loan.loan,
    series_id integer        not null references programme.rate_series,
    part      text           not null,
    point_id  bigint         not null,
    principal bigint         not null,
    constant  numeric(38, 0) not null,

    primary key (loan_id, series_id, part),
    constraint part_known                  check (part in ('IN_TERM', 'OVERDUE', 'FROZEN', 'WRITTEN_OFF')),
    constraint part_principal_not_negative check (principal >= 0)
) with (fillfactor = 60);
comment on table loan.part is
    'Running balance of a loan by rate series and state: interest owed on day t is constant + principal × index(t). Always the sum of its movements.';
comment on column loan.part.constant is 'đồng × 365 × 10^8.';

create table loan.instalment (
    loan_id       bigint   not null references loan.loan,
    seq           smallint not null,
    point_id      bigint   not null references organisation.point,
    contract_date date     not null,
    due_date      date     not null,
    amount        bigint   not null,

    primary key (loan_id, seq),
    constraint instalment_amount_positive check (amount > 0),
    constraint instalment_due_not_after_contract check (due_date <= contract_date)
);
comment on table loan.instalment is
    'Dated parts of a loan''s principal. Whether one is paid is derived from the principal repaid so far, never stored.';
comment on column loan.instalment.due_date is 'The point''s nominal session on or before the contract date.';
create index instalment_by_due_date on loan.instalment (point_id, due_date);

create table loan.movement (
    journal_id bigint         not null,
    line_id    uuid           not null,
    line_no    smallint       not null,
    loan_id    bigint         not null,
    point_id   bigint         not null,
    series_id  integer        not null,
    part       text           not null,
    kind       text           not null,
    value_date date           not null,
    principal  bigint         not null,
    interest   bigint         not null,
    constant   numeric(38, 0) not null,
    reverses   uuid,

    primary key (line_id, series_id, part),
    constraint movement_part_known check (part in ('IN_TERM', 'OVERDUE', 'FROZEN', 'WRITTEN_OFF')),
    constraint movement_kind_known check (kind in ('DISBURSEMENT', 'REPAYMENT', 'TO_OVERDUE', 'FROM_OVERDUE', 'RATE_CORRECTION',
                                                   'ROUNDING', 'REVERSAL')),
    constraint movement_says_something check (principal <> 0 or interest <> 0 or constant <> 0),
    constraint movement_reversal_names_line check ((kind = 'REVERSAL') = (reverses is not null))
);
comment on table loan.movement is 'What each posted line did to each part of a loan. Append-only.';
comment on column loan.movement.line_id is 'Made by the client: the unit of exactly once.';
comment on column loan.movement.principal is 'Whole đồng added to the part''s principal; negative when repaid.';
comment on column loan.movement.interest is 'Whole đồng of interest taken; negative when a line is reversed.';
comment on column loan.movement.constant is 'Added to the part''s constant, đồng × 365 × 10^8.';
create index movement_by_journal on loan.movement (journal_id);
create index movement_by_loan on loan.movement (loan_id, value_date);
create unique index movement_reversed_once on loan.movement (reverses, series_id, part) where reverses is not null;

-- Journals and loans are never deleted, so one look at the statement's rows is as strong as a foreign key on each row,
-- costs a fifth of it, and also holds the movement to its loan's point and its journal's.
create function loan.require_movement_belongs() returns trigger language plpgsql as $$
begin
    if exists (select from added a
                 left join loan.loan l on l.id = a.loan_id and l.point_id = a.point_id
                where l.id is null) then
        raise exception using errcode = '23503', constraint = 'movement_belongs_to_loan',
            message = 'a movement names a loan that does not exist at its point';
    end if;
    if exists (select from (select distinct journal_id, point_id from added) a
                 left join ledger.journal j on j.id = a.journal_id and j.point_id = a.point_id
                where j.id is null) then
        raise exception using errcode = '23503', constraint = 'movement_belongs_to_journal',
            message = 'a movement names a journal that does not exist at its point';
    end if;
    return null;
end $$;
create trigger movement_belongs after insert on loan.movement
    referencing new table as added for each statement execute function loan.require_movement_belongs();

create trigger movement_append_only before update or delete or truncate on loan.movement
    for each statement execute function shared.refuse_change();

alter table loan.loan enable row level security;
alter table loan.loan force row level security;
create policy loan_scope on loan.loan
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table loan.part enable row level security;
alter table loan.part force row level security;
create policy part_scope on loan.part
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table loan.instalment enable row level security;
alter table loan.instalment force row level security;
create policy instalment_scope on loan.instalment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table loan.movement enable row level security;
alter table loan.movement force row level security;
create policy movement_scope on loan.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on loan.loan, loan.part, loan.instalment, loan.movement to dongvon_app;
grant update (stage, disbursed_on, interest_due_from, closed_on) on loan.loan to dongvon_app;
grant update (principal, constant) on loan.part to dongvon_app;
grant usage on sequence loan.loan_id to dongvon_app;
