create sequence session.field_device_id;
create sequence session.field_conflict_id;
create sequence session.field_refusal_id;

create table session.field_device (
    id          bigint      primary key default shared.new_id('session.field_device_id'),
    point_id    bigint      not null references organisation.point,
    office_id   bigint      not null references organisation.unit,
    account_id  bigint      not null,
    name        text        not null,
    key_id      text        not null,
    public_key  bytea       not null,
    asked_by    bigint      not null,
    approved_by bigint      not null,
    enrolled_at timestamptz not null default transaction_timestamp(),
    revoked_at  timestamptz,
    revoked_by  bigint,

    constraint field_device_key_once     unique (key_id),
    constraint field_device_key_is_hash  check (key_id = encode(sha256(public_key), 'hex')),
    constraint field_device_two_persons  check (asked_by <> approved_by),
    constraint field_device_named        check (name <> '' and length(name) <= 60),
    constraint field_device_revoked_whole check ((revoked_at is null) = (revoked_by is null))
);
comment on table session.field_device is
    'Devices that may sign for a teller in the field: the public half of a key that the device made and keeps. A revoked one wipes itself.';
comment on column session.field_device.point_id is 'The office''s own direct point.';
comment on column session.field_device.account_id is 'The teller whose device it is.';
comment on column session.field_device.key_id is 'SHA-256 of the public key; its beginning is the code that both persons compare.';
comment on column session.field_device.asked_by is 'Human being who asked for it; approved_by is another.';

create table session.field_checkout (
    session_id bigint      not null references session.session,
    device_id  bigint      not null references session.field_device,
    point_id   bigint      not null references organisation.point,
    taken_by   bigint      not null,
    taken_at   timestamptz not null default transaction_timestamp(),
    state      text        not null default 'OUT',
    last_seq   integer,
    ended_at   timestamptz,

    primary key (session_id, device_id),
    constraint field_checkout_state_known check (state in ('OUT', 'RETURNED', 'GIVEN_UP')),
    constraint field_checkout_ended_whole check ((state = 'OUT') = (ended_at is null)),
    constraint field_checkout_handed_in   check ((state = 'RETURNED') = (last_seq is not null))
);
comment on table session.field_checkout is
    'Which device has the day package of a session: the session is not closed before each has handed in, or was given up by two persons.';
comment on column session.field_checkout.last_seq is 'The number of the hand-in, the device''s last event.';

create table session.field_event (
    id          uuid        primary key,
    point_id    bigint      not null references organisation.point,
    session_id  bigint      not null,
    device_id   bigint      not null,
    seq         integer     not null,
    kind        text        not null,
    group_id    bigint      references "group".credit_group,
    body        text        not null,
    hash        bytea       not null,
    prev_hash   bytea       not null,
    signature   bytea       not null,
    state       text        not null default 'WAITING',
    batch       uuid        not null,
    received_at timestamptz not null default transaction_timestamp(),

    foreign key (session_id, device_id) references session.field_checkout,
    constraint field_event_number_once  unique (session_id, device_id, seq),
    constraint field_event_seq_positive check (seq > 0),
    constraint field_event_kind_known   check (kind in ('SHEET', 'COUNTER', 'PAYOUT', 'HAND_IN')),
    constraint field_event_state_known  check (state in ('WAITING', 'APPLIED')),
    constraint field_event_hash_is_true check (hash = sha256(convert_to(body, 'UTF8'))),
    constraint field_event_hashes_whole check (length(prev_hash) = 32 and length(signature) = 64)
);
comment on table session.field_event is
    'What devices recorded, as signed: accepted in any order, applied in the device''s order. A gap leaves WAITING what is behind it.';
comment on column session.field_event.seq is 'Per device and session, from 1, without a gap.';
comment on column session.field_event.prev_hash is 'SHA-256 of the event before; 32 zero bytes for the first.';
comment on column session.field_event.batch is 'The upload that brought it first; a submission.';

create table session.field_line (
    event_id   uuid     not null references session.field_event,
    line_no    smallint not null,
    line_id    uuid     not null,
    point_id   bigint   not null references organisation.point,
    loan_id    bigint,
    member_id  bigint,
    interest   bigint   not null,
    saving     bigint   not null,
    principal  bigint   not null,
    paid_out   bigint   not null,
    outcome    text     not null,
    journal_id bigint   references ledger.journal,

    primary key (event_id, line_no),
    constraint field_line_outcome_known  check (outcome in ('POSTED', 'CONFLICT')),
    constraint field_line_posted_is_so   check ((outcome = 'POSTED') = (journal_id is not null)),
    constraint field_line_not_negative   check (least(interest, saving, principal, paid_out) >= 0),
    constraint field_line_is_of_somebody check (loan_id is not null or member_id is not null)
);
comment on table session.field_line is
    'Each line of an applied event, and whether it is in the books or on the desk: none is lost, none is there twice. Append-only.';
comment on column session.field_line.paid_out is 'Whole đồng of a loan paid out; the other amounts are cash received.';
create unique index field_line_posted_once on session.field_line (line_id) where outcome = 'POSTED';
create index field_line_by_journal on session.field_line (journal_id);

create table session.field_conflict (
    id         bigint      primary key default shared.new_id('session.field_conflict_id'),
    event_id   uuid        not null references session.field_event,
    line_no    smallint    not null,
    point_id   bigint      not null references organisation.point,
    session_id bigint      not null references session.session,
    device_id  bigint      not null references session.field_device,
    code       text        not null,
    note       jsonb       not null,
    cash       bigint      not null,
    posted     bigint,
    rest       text,
    settled_by bigint,
    settled_at timestamptz,

    constraint field_conflict_once          unique (event_id, line_no),
    constraint field_conflict_settled_whole check ((posted is null) = (settled_by is null) and (posted is null) = (settled_at is null)
                                                   and (posted is null) = (rest is null)),
    constraint field_conflict_rest_known    check (rest in ('NONE', 'GIVEN_BACK', 'COUNTED_TWICE', 'ENTERED_OTHERWISE')),
    constraint field_conflict_rest_is_named check ((rest = 'NONE') = (posted = cash))
);
comment on table session.field_conflict is 'The desk: lines that the books did not take, until two persons settle them.';
comment on column session.field_conflict.line_no is '0 for the event as a whole: control totals that differ.';
comment on column session.field_conflict.cash is 'Whole đồng into the teller''s box by the device''s version; negative for a loan paid out.';
comment on column session.field_conflict.posted is 'How much of it two persons let into the books; none while it is open.';
create index field_conflict_of_session on session.field_conflict (session_id);

create table session.field_upload (
    id         uuid        primary key,
    point_id   bigint      not null references organisation.point,
    device_id  bigint      not null references session.field_device,
    account_id bigint      not null,
    total      integer     not null,
    digest     bytea       not null,
    bytes      bytea       not null,
    started_at timestamptz not null default transaction_timestamp(),

    constraint field_upload_bounded       check (total between 1 and 1048576 and length(bytes) <= total),
    constraint field_upload_digest_whole  check (length(digest) = 32)
);
comment on table session.field_upload is 'Uploads that have not arrived whole: the pieces so far. The row goes when the batch is applied.';

create table session.field_refusal (
    id         bigint      primary key default shared.new_id('session.field_refusal_id'),
    point_id   bigint      not null references organisation.point,
    device_id  bigint,
    batch      uuid        not null,
    account_id bigint      not null,
    code       text        not null,
    refused_at timestamptz not null default transaction_timestamp()
);
comment on table session.field_refusal is 'Alarms: uploads that were refused for what they said of themselves (signature, device, number, content). Append-only.';

create trigger field_line_append_only before update or delete or truncate on session.field_line
    for each statement execute function shared.refuse_change();
create trigger field_refusal_append_only before update or delete or truncate on session.field_refusal
    for each statement execute function shared.refuse_change();

do $$
declare
    t text;
begin
    foreach t in array array['field_device', 'field_checkout', 'field_event', 'field_line', 'field_conflict', 'field_upload', 'field_refusal']
    loop
        execute format('alter table session.%I enable row level security', t);
        execute format('alter table session.%I force row level security', t);
        execute format('create policy %I on session.%I using (point_id <@ (select shared.scope())) '
                       'with check (point_id <@ (select shared.scope()))', t || '_scope', t);
        execute format('create policy %I on session.%I as restrictive to app_narrow using (false)', t || '_narrow', t);
    end loop;
end $$;

grant select, insert on session.field_device, session.field_checkout, session.field_event, session.field_line, session.field_conflict,
    session.field_upload, session.field_refusal to dongvon_app;
grant update (revoked_at, revoked_by) on session.field_device to dongvon_app;
grant update (state, last_seq, ended_at) on session.field_checkout to dongvon_app;
grant update (state) on session.field_event to dongvon_app;
grant update (posted, rest, settled_by, settled_at) on session.field_conflict to dongvon_app;
grant update (bytes) on session.field_upload to dongvon_app;
grant delete on session.field_upload to dongvon_app;
grant usage on sequence session.field_device_id, session.field_conflict_id, session.field_refusal_id to dongvon_app;

-- A session whose device is still in the field is carried over the close of its day, and closed on a later one.
alter table session.session add column carried_to date,
    add constraint session_carried_forward check (carried_to > held_on),
    add constraint session_carried_is_closed check (carried_to is null or state = 'CLOSED');
comment on column session.session.carried_to is 'The open day on which a carried session was closed; none when it was closed on its own day.';
grant update (carried_to) on session.session to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source says who settles what a device recorded.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('session.field-conflict', 'CONTROLLER', '2002-10-04', 50000000, 'UNSURE'),
    ('session.field-conflict', 'DIRECTOR', '2002-10-04', null, 'UNSURE');
