grant usage on schema supervision to dongvon_app;

create sequence supervision.loss_case_id;

create table supervision.loss_case (
    id          bigint primary key default shared.new_id('supervision.loss_case_id'),
    point_id    bigint not null references organisation.point,
    group_id    bigint not null references "group".credit_group,
    kind        text   not null,
    suspect     text   not null,
    source      text   not null,
    source_note text   not null,
    detected_on date   not null,
    submission  uuid   not null unique references shared.submission deferrable initially deferred,

    constraint loss_case_at_point      unique (id, point_id),
    constraint loss_case_kind_known    check (kind in ('MISAPPROPRIATED', 'EMBEZZLED', 'NOT_PAID_IN', 'BORROWED_FOR_OTHERS')),
    constraint loss_case_suspect_known check (suspect in ('GROUP_HEAD', 'GROUP_MEMBER', 'ASSOCIATION', 'COMMUNE', 'BANK', 'OTHER')),
    constraint loss_case_source_known  check (source in ('RECONCILIATION', 'USE_CHECK', 'INSPECTION', 'REPORTED')),
    constraint loss_case_source_named  check (length(source_note) between 3 and 200 and source_note is nfc normalized)
);
comment on table supervision.loss_case is
    'A case of money kept from the bank or its borrowers: chiếm dụng, xâm tiêu, thu không nộp, vay ké. Opened by two persons. Append-only.';
comment on column supervision.loss_case.suspect is 'Who has the money, by what they are; names stand in the documents of the case.';
create index loss_case_by_group on supervision.loss_case (group_id);
create trigger loss_case_append_only before update or delete or truncate on supervision.loss_case
    for each statement execute function shared.refuse_change();

create table supervision.loss_case_loan (
    case_id  bigint not null,
    loan_id  bigint not null references loan.loan,
    point_id bigint not null,

    constraint loss_case_loan_pk      primary key (case_id, loan_id),
    constraint loss_case_loan_of_case foreign key (case_id, point_id) references supervision.loss_case (id, point_id)
);
comment on table supervision.loss_case_loan is 'The loans that a case touches. Append-only.';
create index loss_case_loan_by_loan on supervision.loss_case_loan (loan_id);
create trigger loss_case_loan_append_only before update or delete or truncate on supervision.loss_case_loan
    for each statement execute function shared.refuse_change();

-- Each step names the state that it found, so that no step is lost and no sum is wrong: what is left of a case is what was
-- detected less what was recovered, by these constraints alone.
create table supervision.loss_case_step (
    case_id         bigint   not null,
    seq             integer  not null,
    point_id        bigint   not null,
    kind            text     not null,
    booked_on       date     not null,
    happened_on     date     not null,
    principal       bigint   not null,
    interest        bigint   not null,
    deposit         bigint   not null,
    principal_left  bigint   not null,
    interest_left   bigint   not null,
    deposit_left    bigint   not null,
    before_seq       integer,
    before_kind      text,
    before_day       date,
    before_principal bigint,
    before_interest  bigint,
    before_deposit   bigint,
    evidence        text     not null,
    human           bigint   not null,
    submission      uuid     not null unique references shared.submission deferrable initially deferred,

    constraint loss_case_step_pk       primary key (case_id, seq),
    constraint loss_case_step_of_case  foreign key (case_id, point_id) references supervision.loss_case (id, point_id),
    constraint loss_case_step_state    unique (case_id, seq, kind, booked_on, principal_left, interest_left, deposit_left),
    constraint loss_case_step_follows  foreign key (case_id, before_seq, before_kind, before_day, before_principal,
                                                    before_interest, before_deposit)
        references supervision.loss_case_step (case_id, seq, kind, booked_on, principal_left, interest_left, deposit_left),
    constraint loss_case_step_kind_known check (kind in ('DETECTED', 'RECOVERED', 'CLOSED')),
    constraint loss_case_step_first    check ((seq = 1) = (kind = 'DETECTED')),
    constraint loss_case_step_whole    check (case when seq = 1
        then before_seq is null and before_kind is null and before_day is null and before_principal is null
             and before_interest is null and before_deposit is null
        else before_seq is not null and before_kind is not null and before_day is not null and before_principal is not null
             and before_interest is not null and before_deposit is not null end),
    constraint loss_case_step_next     check (before_seq = seq - 1 and booked_on >= before_day),
    constraint loss_case_step_amounts  check (least(principal, interest, deposit) >= 0
                                          and (kind = 'CLOSED') = (principal + interest + deposit = 0)),
    constraint loss_case_step_sums     check (case kind
        when 'DETECTED' then (principal_left, interest_left, deposit_left) = (principal, interest, deposit)
        else (principal_left, interest_left, deposit_left)
                 = (before_principal - principal, before_interest - interest, before_deposit - deposit) end),
    constraint loss_case_step_not_above check (least(principal_left, interest_left, deposit_left) >= 0),
    constraint loss_case_step_closed   check (before_kind <> 'CLOSED'
                                          and (kind <> 'CLOSED' or principal_left + interest_left + deposit_left = 0)),
    constraint loss_case_step_not_ahead check (happened_on <= booked_on),
    constraint loss_case_step_evidence check (length(evidence) between 3 and 300 and evidence is nfc normalized)
);
comment on table supervision.loss_case_step is
    'What was detected, recovered, and that nothing is left: opening + detected − recovered = closing holds step by step. Append-only.';
comment on column supervision.loss_case_step.booked_on is 'The open day of the office, by which periods are counted.';
comment on column supervision.loss_case_step.happened_on is 'The day on which it was detected or the money came back.';
comment on column supervision.loss_case_step.evidence is 'The voucher or document.';
create index loss_case_step_by_day on supervision.loss_case_step (point_id, booked_on);
create trigger loss_case_step_append_only before update or delete or truncate on supervision.loss_case_step
    for each statement execute function shared.refuse_change();

alter table supervision.loss_case enable row level security;
alter table supervision.loss_case force row level security;
create policy loss_case_scope on supervision.loss_case
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy loss_case_narrow on supervision.loss_case as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table supervision.loss_case_loan enable row level security;
alter table supervision.loss_case_loan force row level security;
create policy loss_case_loan_scope on supervision.loss_case_loan
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy loss_case_loan_narrow on supervision.loss_case_loan as restrictive to app_narrow
    using (exists (select from supervision.loss_case c where c.id = case_id));

alter table supervision.loss_case_step enable row level security;
alter table supervision.loss_case_step force row level security;
create policy loss_case_step_scope on supervision.loss_case_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy loss_case_step_narrow on supervision.loss_case_step as restrictive to app_narrow
    using (exists (select from supervision.loss_case c where c.id = case_id));

grant select, insert on supervision.loss_case, supervision.loss_case_loan, supervision.loss_case_step to dongvon_app;
grant usage on sequence supervision.loss_case_id to dongvon_app;
