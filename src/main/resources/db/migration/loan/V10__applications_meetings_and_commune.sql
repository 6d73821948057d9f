create sequence loan.application_id;
create sequence loan.application_event_id;
create sequence loan.meeting_id;

create table loan.transition (
    move         text    not null,
    from_step    text    not null,
    to_step      text    not null,
    role         text    not null,
    needs_reason boolean not null,

    constraint transition_pk primary key (move, from_step, to_step, role, needs_reason)
);
comment on table loan.transition is 'Which move takes an application from which step to which, and whose it is; docs/domain/application.md.';
insert into loan.transition (move, from_step, to_step, role, needs_reason) values
    ('SUBMIT',   'DRAFT',      'AT_GROUP',   'GROUP_HEAD',        false),
    ('WITHDRAW', 'DRAFT',      'WITHDRAWN',  'GROUP_HEAD',        true),
    ('WITHDRAW', 'AT_GROUP',   'WITHDRAWN',  'GROUP_HEAD',        true),
    ('WITHDRAW', 'ACCEPTED',   'WITHDRAWN',  'GROUP_HEAD',        true),
    ('ACCEPT',   'AT_GROUP',   'ACCEPTED',   'GROUP_HEAD',        false),
    ('REJECT',   'AT_GROUP',   'REJECTED',   'GROUP_HEAD',        false),
    ('SEND',     'ACCEPTED',   'AT_COMMUNE', 'ASSOCIATION_STAFF', false),
    ('CONFIRM',  'AT_COMMUNE', 'CONFIRMED',  'COMMUNE_OFFICIAL',  false),
    ('REFUSE',   'AT_COMMUNE', 'REFUSED',    'COMMUNE_OFFICIAL',  true);
grant select on loan.transition to dongvon_app;

create table loan.application (
    id              bigint   primary key default shared.new_id('loan.application_id'),
    point_id        bigint   not null references organisation.point,
    household_id    bigint   not null references household.household,
    borrower_id     bigint   not null references household.person,
    group_id        bigint   not null references "group".credit_group,
    member_id       bigint   not null references "group".member,
    association     text     not null references organisation.association,
    programme_id    smallint not null references programme.programme,
    purpose         text     not null,
    amount          bigint   not null,
    term_months     smallint not null,
    interval_months smallint not null,
    written_on      date     not null,
    step            text     not null default 'DRAFT',

    constraint application_purpose_written check (length(purpose) between 5 and 300 and purpose is nfc normalized),
    constraint application_amount_positive check (amount > 0),
    constraint application_term_positive   check (interval_months > 0 and interval_months <= term_months)
);
comment on table loan.application is 'A household''s application for a loan through its group (01/TD).';
comment on column loan.application.step is 'Where it is; follows loan.application_event by itself.';
create index application_by_group on loan.application (group_id, step);
create index application_by_household on loan.application (household_id);

create table loan.application_event (
    id             bigint  primary key default shared.new_id('loan.application_event_id'),
    application_id bigint  not null references loan.application,
    point_id       bigint  not null references organisation.point,
    move           text    not null,
    from_step      text    not null,
    to_step        text    not null,
    role           text    not null,
    needs_reason   boolean not null,
    reason         text,
    human          bigint  not null,
    submission     uuid    not null references shared.submission deferrable initially deferred,

    constraint application_event_of_the_map foreign key (move, from_step, to_step, role, needs_reason) references loan.transition,
    constraint application_event_reason     check (needs_reason = (reason is not null)
                                               and length(reason) between 5 and 300 and reason is nfc normalized)
);
comment on table loan.application_event is 'Each move of an application, with who made it. Append-only.';
create index application_event_by_application on loan.application_event (application_id, id);
-- Whoever brought an application to the group does not answer for the commune.
create unique index application_event_two_people on loan.application_event (application_id, human)
    where move in ('SUBMIT', 'CONFIRM', 'REFUSE');
create trigger application_event_append_only before update or delete or truncate on loan.application_event
    for each statement execute function shared.refuse_change();

-- The step follows the events by itself: the application has no right to set it.
create function loan.follow_application_event() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update loan.application set step = new.to_step where id = new.application_id and step = new.from_step;
    if not found then
        raise exception 'application % is not at step %', new.application_id, new.from_step;
    end if;
    return null;
end $$;
create trigger application_event_sets_step after insert on loan.application_event
    for each row execute function loan.follow_application_event();

create table loan.meeting (
    id         bigint   primary key default shared.new_id('loan.meeting_id'),
    point_id   bigint   not null references organisation.point,
    group_id   bigint   not null references "group".credit_group,
    held_on    date     not null,
    members    smallint not null,
    present    smallint not null,
    submission uuid     not null unique references shared.submission deferrable initially deferred,

    constraint meeting_of_members check (present between 1 and members),
    constraint meeting_present    unique (id, present)
);
comment on table loan.meeting is 'Meetings of groups that choose who may borrow (bình xét, 10C/TD). Append-only.';
create index meeting_by_group on loan.meeting (group_id, held_on);
create trigger meeting_append_only before update or delete or truncate on loan.meeting
    for each statement execute function shared.refuse_change();

create table loan.vote (
    meeting_id     bigint   not null,
    application_id bigint   not null references loan.application,
    point_id       bigint   not null references organisation.point,
    present        smallint not null,
    in_favour      smallint not null,
    against        smallint not null,

    constraint vote_pk              primary key (meeting_id, application_id),
    constraint vote_of_meeting      foreign key (meeting_id, present) references loan.meeting (id, present),
    constraint vote_of_those_present check (in_favour >= 0 and against >= 0 and in_favour + against <= present)
);
comment on table loan.vote is 'How a meeting voted on an application. Append-only.';
create index vote_by_application on loan.vote (application_id);
create trigger vote_append_only before update or delete or truncate on loan.vote
    for each statement execute function shared.refuse_change();

alter table loan.application enable row level security;
alter table loan.application force row level security;
create policy application_scope on loan.application
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy application_narrow on loan.application as restrictive to app_narrow
    using (((select shared.scope_association()) is null or association = (select shared.scope_association()))
           and ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
           and ((select shared.scope_person()) is null or borrower_id = (select shared.scope_person())));

alter table loan.application_event enable row level security;
alter table loan.application_event force row level security;
create policy application_event_scope on loan.application_event
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy application_event_narrow on loan.application_event as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

alter table loan.meeting enable row level security;
alter table loan.meeting force row level security;
create policy meeting_scope on loan.meeting
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy meeting_narrow on loan.meeting as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table loan.vote enable row level security;
alter table loan.vote force row level security;
create policy vote_scope on loan.vote
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy vote_narrow on loan.vote as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

grant select, insert on loan.application, loan.application_event, loan.meeting, loan.vote to dongvon_app;
grant usage on sequence loan.application_id, loan.application_event_id, loan.meeting_id to dongvon_app;
