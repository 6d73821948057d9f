create sequence shared.change_request_id;

-- A change that one person asks for and another one decides. Old and new are what the maker saw and wants, field by field.
create table shared.change_request (
    id              bigint      primary key default shared.new_id('shared.change_request_id'),
    kind            text        not null,
    subject         text        not null,
    point_id        bigint      not null,
    business_date   date        not null,
    old_facts       jsonb       not null,
    new_facts       jsonb       not null,
    amount          bigint,
    reason          text        not null,
    document        text,
    former_id       bigint      references shared.change_request,
    submission      uuid        not null unique,
    maker_account   bigint      not null,
    maker_person    bigint      not null,
    maker_role      text        not null,
    maker_name      text        not null,
    made_at         timestamptz not null default transaction_timestamp(),
    state           text        not null default 'WAITING',
    checker_account bigint,
    checker_person  bigint,
    checker_role    text,
    checker_name    text,
    decided_at      timestamptz,
    note            text,
    found_facts     jsonb,

    constraint change_request_kind_plain       check (kind ~ '^[a-z]+[.][a-z-]+$'),
    constraint change_request_subject_given    check (subject <> ''),
    constraint change_request_facts_are_lists  check (jsonb_typeof(old_facts) = 'array' and jsonb_typeof(new_facts) = 'array'),
    constraint change_request_changes_something check (old_facts <> new_facts),
    constraint change_request_amount_positive  check (amount > 0),
    constraint change_request_reason_given     check (reason <> '' and length(reason) <= 500),
    constraint change_request_made_by_a_person check (maker_person > 0),
    constraint change_request_state_known      check (state in ('WAITING', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'STALE')),
    constraint change_request_two_persons      check (checker_person <> maker_person),
    constraint change_request_checker_decides  check ((state in ('APPROVED', 'RETURNED', 'STALE')) =
        (checker_account is not null and checker_person is not null and checker_role is not null and checker_name is not null)),
    constraint change_request_one_checker      check (num_nulls(checker_account, checker_person, checker_role, checker_name) in (0, 4)),
    constraint change_request_decided_at_once  check ((state = 'WAITING') = (decided_at is null)),
    constraint change_request_return_explained check (state <> 'RETURNED' or (note is not null and note <> '')),
    constraint change_request_stale_says_what  check ((state = 'STALE') = (found_facts is not null))
);
comment on table shared.change_request is
    'A change that waits for, or was decided by, a second person. A decided request never changes again.';
comment on column shared.change_request.kind is 'Which kind of change, such as programme.parameter: a ChangeKind of that module.';
comment on column shared.change_request.subject is 'The code of the thing that is changed, within its kind.';
comment on column shared.change_request.point_id is 'Whose it is: a transaction point, or 0 for the country as a whole.';
comment on column shared.change_request.amount is 'Whole đồng that the change moves; limits of approval go by it.';
comment on column shared.change_request.former_id is 'The returned, withdrawn or outdated request that this one corrects.';
comment on column shared.change_request.maker_person is 'The human being behind the account: a second account is no second person.';
comment on column shared.change_request.found_facts is 'What the tables held when a checker found that the maker had seen something else.';
create index change_request_waiting on shared.change_request (point_id, kind) where state = 'WAITING';
create index change_request_by_maker on shared.change_request (maker_person, id);
create index change_request_by_day on shared.change_request (point_id, decided_at);
create index change_request_by_former on shared.change_request (former_id);
create index change_request_by_subject on shared.change_request (kind, subject);

create table shared.change_event (
    request_id bigint      not null references shared.change_request,
    state      text        not null,
    point_id   bigint      not null,
    account    bigint      not null,
    person     bigint      not null,
    role       text        not null,
    at         timestamptz not null default transaction_timestamp(),
    note       text,

    primary key (request_id, state),
    constraint change_event_state_known check (state in ('WAITING', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'STALE'))
);
comment on table shared.change_event is 'Each step of each change request: who brought it into which state, and when.';

-- From waiting to one decision, once; nothing else of a request ever changes.
create function shared.decide_change_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'WAITING' then
        raise exception using errcode = '23514', constraint = 'change_request_decided_once',
            message = format('change request %s is %s and never changes again', old.id, old.state);
    end if;
    if new.state = 'WAITING' or to_jsonb(new) - array['state', 'checker_account', 'checker_person', 'checker_role',
            'checker_name', 'decided_at', 'note', 'found_facts'] is distinct from to_jsonb(old) - array['state', 'checker_account',
            'checker_person', 'checker_role', 'checker_name', 'decided_at', 'note', 'found_facts'] then
        raise exception using errcode = '23514', constraint = 'change_request_keeps_what_was_asked',
            message = format('what change request %s asks for never changes', old.id);
    end if;
    return new;
end $$;
create trigger change_request_decided_once before update on shared.change_request
    for each row execute function shared.decide_change_once();

-- A request is born waiting: a decision is another person's act.
create function shared.require_waiting() returns trigger language plpgsql as $$
begin
    if new.state <> 'WAITING' then
        raise exception using errcode = '23514', constraint = 'change_request_born_waiting',
            message = 'a change request begins as WAITING';
    end if;
    return new;
end $$;
create trigger change_request_born_waiting before insert on shared.change_request
    for each row execute function shared.require_waiting();
create function shared.keep_change_requests() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23001', constraint = 'change_request_kept',
        message = 'change requests are kept for ever';
end $$;
create trigger change_request_kept before delete or truncate on shared.change_request
    for each statement execute function shared.keep_change_requests();

-- The history writes itself, so no path around the program leaves it out.
create function shared.note_change_event() returns trigger language plpgsql as $$
begin
    insert into shared.change_event (request_id, state, point_id, account, person, role, note)
    values (new.id, new.state, new.point_id, coalesce(new.checker_account, new.maker_account),
            coalesce(new.checker_person, new.maker_person), coalesce(new.checker_role, new.maker_role), new.note);
    return null;
end $$;
create trigger change_request_noted after insert or update on shared.change_request
    for each row execute function shared.note_change_event();
create trigger change_event_append_only before update or delete or truncate on shared.change_event
    for each statement execute function shared.refuse_change();

alter table shared.change_request enable row level security;
alter table shared.change_request force row level security;
create policy change_request_scope on shared.change_request
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
alter table shared.change_event enable row level security;
alter table shared.change_event force row level security;
create policy change_event_scope on shared.change_event
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

grant select, insert on shared.change_request, shared.change_event to dongvon_app;
grant update (state, checker_account, checker_person, checker_role, checker_name, decided_at, note, found_facts)
    on shared.change_request to dongvon_app;
grant usage on sequence shared.change_request_id to dongvon_app;

-- Up to how much a role approves alone, by kind of change.
create table shared.approval_limit (
    kind       text    not null,
    role       text    not null,
    valid_from date    not null,
    up_to      bigint,
    document   text,
    mark       text    not null,

    primary key (kind, role, valid_from),
    constraint approval_limit_kind_plain   check (kind ~ '^[a-z]+[.][a-z-]+$'),
    constraint approval_limit_role_plain   check (role ~ '^[A-Z][A-Z_]*$'),
    constraint approval_limit_not_negative check (up_to >= 0),
    constraint approval_limit_mark_known   check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table shared.approval_limit is
    'Limits of approval: how much a role may approve of a kind of change, from a day on. A change is a new row. No row: nothing.';
comment on column shared.approval_limit.up_to is 'Whole đồng, inclusive; empty for any amount.';
comment on column shared.approval_limit.mark is 'How sure the limit is: FOUND, KNOWN, DERIVED, or UNSURE for a default to be confirmed.';
grant select, insert on shared.approval_limit to dongvon_app;
create trigger approval_limit_append_only before update or delete or truncate on shared.approval_limit
    for each statement execute function shared.refuse_change();
