create sequence loan.risk_dossier_id;
create sequence loan.risk_event_id;

create table loan.risk_transition (
    move         text    not null,
    from_step    text    not null,
    to_step      text    not null,
    role         text    not null,
    needs_reason boolean not null,

    constraint risk_transition_pk primary key (move, from_step, to_step, role, needs_reason)
);
comment on table loan.risk_transition is 'Which move takes a dossier of a debt at risk from which step to which, and whose it is; docs/domain/risk.md.';
insert into loan.risk_transition (move, from_step, to_step, role, needs_reason) values
    ('SUBMIT',   'DRAFT',      'AT_COMMUNE', 'GROUP_HEAD',       false),
    ('SUBMIT',   'DRAFT',      'AT_COMMUNE', 'CREDIT_OFFICER',   false),
    ('RESUBMIT', 'RETURNED',   'AT_COMMUNE', 'GROUP_HEAD',       false),
    ('RESUBMIT', 'RETURNED',   'AT_COMMUNE', 'CREDIT_OFFICER',   false),
    ('WITHDRAW', 'DRAFT',      'WITHDRAWN',  'GROUP_HEAD',       true),
    ('WITHDRAW', 'DRAFT',      'WITHDRAWN',  'CREDIT_OFFICER',   true),
    ('WITHDRAW', 'AT_COMMUNE', 'WITHDRAWN',  'GROUP_HEAD',       true),
    ('WITHDRAW', 'AT_COMMUNE', 'WITHDRAWN',  'CREDIT_OFFICER',   true),
    ('WITHDRAW', 'RETURNED',   'WITHDRAWN',  'GROUP_HEAD',       true),
    ('WITHDRAW', 'RETURNED',   'WITHDRAWN',  'CREDIT_OFFICER',   true),
    ('CONFIRM',  'AT_COMMUNE', 'CONFIRMED',  'COMMUNE_OFFICIAL', false),
    ('REFUSE',   'AT_COMMUNE', 'REFUSED',    'COMMUNE_OFFICIAL', true),
    ('RETURN',   'AT_COMMUNE', 'RETURNED',   'COMMUNE_OFFICIAL', true),
    ('CHECK',    'CONFIRMED',  'CHECKED',    'CREDIT_OFFICER',   false),
    ('CHECK',    'CONFIRMED',  'CHECKED',    'DIRECTOR',         false),
    ('RETURN',   'CONFIRMED',  'RETURNED',   'CREDIT_OFFICER',   true),
    ('RETURN',   'CONFIRMED',  'RETURNED',   'DIRECTOR',         true),
    ('LIST',     'CHECKED',    'LISTED',     'DIRECTOR',         false),
    ('RETURN',   'CHECKED',    'RETURNED',   'DIRECTOR',         true),
    ('RETURN',   'LISTED',     'RETURNED',   'DIRECTOR',         true),
    ('REJECT',   'LISTED',     'REFUSED',    'DIRECTOR',         true),
    ('DECIDE',   'LISTED',     'DECIDED',    'DIRECTOR',         false),
    ('DECIDE',   'LISTED',     'DECIDED',    'MANAGER',          false);
grant select on loan.risk_transition to dongvon_app;

create table loan.risk_round (
    code      text     primary key,
    year      smallint not null,
    number    smallint not null,
    closes_on date     not null,
    risk_fund bigint   not null,

    constraint risk_round_named         check (code = year || '-' || number),
    constraint risk_round_twice_a_year  check (number in (1, 2)),
    constraint risk_round_fund_positive check (risk_fund >= 0)
);
comment on table loan.risk_round is 'Rounds in which debts at risk are decided on, twice a year, such as 2025-2.';
comment on column loan.risk_round.closes_on is 'The last day on which a dossier is put on a list of it.';
comment on column loan.risk_round.risk_fund is 'Whole đồng that the risk fund holds for it; beyond it the Prime Minister decides.';
create trigger risk_round_append_only before update or delete or truncate on loan.risk_round
    for each statement execute function shared.refuse_change();
grant select, insert on loan.risk_round to dongvon_app;

create table loan.risk_dossier (
    id            bigint   primary key default shared.new_id('loan.risk_dossier_id'),
    code          text     not null unique,
    point_id      bigint   not null references organisation.point,
    loan_id       bigint   not null references loan.loan,
    cause         text     not null,
    damage        bigint   not null,
    project_value bigint   not null,
    income        text     not null,
    measure       text     not null,
    months        smallint not null,
    plan          text     not null,
    principal     bigint   not null,
    interest      bigint   not null,
    written_on    date     not null,
    step          text     not null default 'DRAFT',
    round         text     references loan.risk_round,
    submission    uuid     not null references shared.submission deferrable initially deferred,

    constraint risk_dossier_cause_plain     check (cause ~ '^[A-Z][A-Z_]*$'),
    constraint risk_dossier_damage_within   check (damage between 0 and project_value and project_value > 0),
    constraint risk_dossier_measure_known   check (measure in ('FREEZE', 'FURTHER_FREEZE', 'WRITE_OFF')),
    constraint risk_dossier_months_of_freeze check ((measure = 'WRITE_OFF') = (months = 0) and months >= 0),
    constraint risk_dossier_words           check (length(income) between 5 and 500 and income is nfc normalized
                                               and length(plan) between 5 and 500 and plan is nfc normalized),
    constraint risk_dossier_owes            check (principal > 0),
    constraint risk_dossier_listed_in_round check (step not in ('LISTED', 'DECIDED') or round is not null)
);
comment on table loan.risk_dossier is 'A borrower''s request to have a debt at risk handled (01/XLN).';
comment on column loan.risk_dossier.project_value is 'Whole đồng put into the project: the loan and the household''s own.';
comment on column loan.risk_dossier.principal is 'Whole đồng owed on the day of the request.';
comment on column loan.risk_dossier.step is 'Where it is; follows loan.risk_event by itself, as does the round.';
create unique index risk_dossier_one_open on loan.risk_dossier (loan_id)
    where step not in ('DECIDED', 'REFUSED', 'WITHDRAWN');
create index risk_dossier_by_loan on loan.risk_dossier (loan_id, id);
create index risk_dossier_by_step on loan.risk_dossier (point_id, step, id);
create index risk_dossier_by_round on loan.risk_dossier (round, point_id) where round is not null;

create table loan.risk_evidence (
    dossier_id  bigint   not null references loan.risk_dossier,
    seq         smallint not null,
    point_id    bigint   not null references organisation.point,
    kind        text     not null,
    number      text     not null,
    issued_on   date     not null,
    issuer      text     not null,
    valid_until date,
    submission  uuid     not null references shared.submission deferrable initially deferred,

    primary key (dossier_id, seq),
    constraint risk_evidence_kind_plain check (kind ~ '^[A-Z][A-Z_]*$'),
    constraint risk_evidence_named      check (length(number) between 1 and 60 and number is nfc normalized
                                           and length(issuer) between 2 and 160 and issuer is nfc normalized),
    constraint risk_evidence_holds      check (valid_until >= issued_on)
);
comment on table loan.risk_evidence is 'Papers that prove a cause: what, number, when, by whom, until when they hold. Append-only.';
create trigger risk_evidence_append_only before update or delete or truncate on loan.risk_evidence
    for each statement execute function shared.refuse_change();

create table loan.risk_minutes (
    dossier_id bigint   not null references loan.risk_dossier,
    seq        smallint not null,
    point_id   bigint   not null references organisation.point,
    held_on    date     not null,
    finding    text     not null,
    proposal   text     not null,
    submission uuid     not null references shared.submission deferrable initially deferred,

    primary key (dossier_id, seq),
    constraint risk_minutes_words check (length(finding) between 5 and 1000 and finding is nfc normalized
                                     and length(proposal) between 5 and 500 and proposal is nfc normalized)
);
comment on table loan.risk_minutes is 'Minutes that confirm a loss (02/XLN): the state of the project and what is proposed. The last holds. Append-only.';
create trigger risk_minutes_append_only before update or delete or truncate on loan.risk_minutes
    for each statement execute function shared.refuse_change();

create table loan.risk_participant (
    dossier_id bigint   not null,
    seq        smallint not null,
    place      smallint not null,
    point_id   bigint   not null references organisation.point,
    capacity   text     not null,
    name       text     not null,

    primary key (dossier_id, seq, place),
    foreign key (dossier_id, seq) references loan.risk_minutes,
    constraint risk_participant_capacity_plain check (capacity ~ '^[A-Z][A-Z_]*$'),
    constraint risk_participant_named check (length(name) between 2 and 120 and name is nfc normalized)
);
comment on table loan.risk_participant is 'Who took part in the minutes 02/XLN, and as what. Append-only.';
create trigger risk_participant_append_only before update or delete or truncate on loan.risk_participant
    for each statement execute function shared.refuse_change();

create table loan.risk_event (
    id           bigint  primary key default shared.new_id('loan.risk_event_id'),
    dossier_id   bigint  not null references loan.risk_dossier,
    point_id     bigint  not null references organisation.point,
    move         text    not null,
    from_step    text    not null,
    to_step      text    not null,
    role         text    not null,
    needs_reason boolean not null,
    reason       text,
    round        text    references loan.risk_round,
    human        bigint  not null,
    happened_on  date    not null,
    submission   uuid    not null references shared.submission deferrable initially deferred,

    constraint risk_event_of_the_map foreign key (move, from_step, to_step, role, needs_reason) references loan.risk_transition,
    constraint risk_event_reason     check (needs_reason = (reason is not null)
                                        and length(reason) between 5 and 300 and reason is nfc normalized),
    constraint risk_event_round      check ((move = 'LIST') = (round is not null)),
    -- Who submitted it, answered for the commune, and checked it for the office are different people.
    constraint risk_event_other_people exclude using gist (dossier_id with =, human with =, move with <>)
        where (move in ('SUBMIT', 'CONFIRM', 'CHECK'))
);
comment on table loan.risk_event is 'Each move of a dossier, with who made it. Append-only.';
create index risk_event_by_dossier on loan.risk_event (dossier_id, id);
create trigger risk_event_append_only before update or delete or truncate on loan.risk_event
    for each statement execute function shared.refuse_change();

-- The step and the round follow the events by themselves: the application has no right to set them.
create function loan.follow_risk_event() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update loan.risk_dossier
       set step = new.to_step, round = case when new.to_step = 'RETURNED' then null else coalesce(new.round, round) end
     where id = new.dossier_id and step = new.from_step;
    if not found then
        raise exception 'dossier % is not at step %', new.dossier_id, new.from_step;
    end if;
    return null;
end $$;
create trigger risk_event_sets_step after insert on loan.risk_event
    for each row execute function loan.follow_risk_event();

alter table loan.risk_dossier enable row level security;
alter table loan.risk_dossier force row level security;
create policy risk_dossier_scope on loan.risk_dossier
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy risk_dossier_narrow on loan.risk_dossier as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));
alter table loan.risk_evidence enable row level security;
alter table loan.risk_evidence force row level security;
create policy risk_evidence_scope on loan.risk_evidence
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy risk_evidence_narrow on loan.risk_evidence as restrictive to app_narrow
    using (exists (select from loan.risk_dossier d where d.id = dossier_id));
alter table loan.risk_minutes enable row level security;
alter table loan.risk_minutes force row level security;
create policy risk_minutes_scope on loan.risk_minutes
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy risk_minutes_narrow on loan.risk_minutes as restrictive to app_narrow
    using (exists (select from loan.risk_dossier d where d.id = dossier_id));
alter table loan.risk_participant enable row level security;
alter table loan.risk_participant force row level security;
create policy risk_participant_scope on loan.risk_participant
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy risk_participant_narrow on loan.risk_participant as restrictive to app_narrow
    using (exists (select from loan.risk_dossier d where d.id = dossier_id));
alter table loan.risk_event enable row level security;
alter table loan.risk_event force row level security;
create policy risk_event_scope on loan.risk_event
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy risk_event_narrow on loan.risk_event as restrictive to app_narrow
    using (exists (select from loan.risk_dossier d where d.id = dossier_id));

grant select, insert on loan.risk_dossier, loan.risk_evidence, loan.risk_minutes, loan.risk_participant, loan.risk_event
    to dongvon_app;
grant usage on sequence loan.risk_dossier_id, loan.risk_event_id to dongvon_app;
