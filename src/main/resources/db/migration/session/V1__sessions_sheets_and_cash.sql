grant usage on schema session to dongvon_app;

create sequence session.session_id;

create table session.session (
    id            bigint      primary key default shared.new_id('session.session_id'),
    point_id      bigint      not null references organisation.point,
    office_id     bigint      not null references organisation.unit,
    held_on       date        not null,
    state         text        not null,
    leader_id     bigint      not null,
    teller_id     bigint      not null,
    controller_id bigint      not null,
    closed_by     bigint,
    closed_at     timestamptz,

    unique (point_id, held_on),
    constraint session_state_known           check (state in ('OPEN', 'CLOSED')),
    constraint session_team_of_three         check (teller_id <> controller_id and leader_id <> teller_id and leader_id <> controller_id),
    constraint session_closed_by_controller  check (closed_by is null or closed_by = controller_id),
    constraint session_closed_is_signed      check ((state = 'CLOSED') = (closed_by is not null)
                                                and (state = 'CLOSED') = (closed_at is not null))
);
comment on table session.session is 'A transaction session: one point, one day, a team of leader, teller and controller.';
create index session_by_day on session.session (office_id, held_on);

create table session.cash_box (
    session_id bigint primary key references session.session,
    point_id   bigint not null references organisation.point,
    balance    bigint not null,

    constraint cash_box_not_negative check (balance >= 0)
);
comment on table session.cash_box is 'Cash in the hands of the session''s teller. Balance is the sum of the session''s postings.';

create table session.posting (
    journal_id bigint   primary key references ledger.journal,
    session_id bigint   not null references session.session,
    point_id   bigint   not null,
    group_id   bigint   references "group".credit_group,
    kind       text     not null,
    lines      smallint not null,
    cash       bigint   not null,

    constraint posting_kind_known check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'DISBURSEMENT', 'REVERSAL', 'DIFFERENCE', 'RETURN'))
);
comment on table session.posting is 'The journals of a session, and what each did to its cash box.';
comment on column session.posting.cash is 'Whole đồng into the box; negative out of it.';
create index posting_by_session on session.posting (session_id, group_id);

create table session.cash_count (
    session_id   bigint   not null references session.session,
    point_id     bigint   not null references organisation.point,
    attempt      smallint not null,
    denomination integer  not null,
    notes        integer  not null,

    primary key (session_id, attempt, denomination),
    constraint cash_count_denomination_known check (denomination in (500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500)),
    constraint cash_count_notes_not_negative check (notes >= 0),
    constraint cash_count_attempt_positive   check (attempt > 0)
);
comment on table session.cash_count is 'What the controller counted, by denomination, at each attempt. Append-only.';

create table session.cash_difference (
    session_id bigint primary key references session.session,
    point_id   bigint not null references organisation.point,
    attempt    smallint not null,
    expected   bigint not null,
    counted    bigint not null,
    reason     text,

    constraint cash_difference_has_reason check (abs(expected - counted) < 500 or reason <> '')
);
comment on table session.cash_difference is 'The count that closed the session beside the book, with the reason of a difference.';

create trigger posting_append_only before update or delete or truncate on session.posting
    for each statement execute function shared.refuse_change();
create trigger cash_count_append_only before update or delete or truncate on session.cash_count
    for each statement execute function shared.refuse_change();
create trigger cash_difference_append_only before update or delete or truncate on session.cash_difference
    for each statement execute function shared.refuse_change();

alter table session.session enable row level security;
alter table session.session force row level security;
create policy session_scope on session.session
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table session.cash_box enable row level security;
alter table session.cash_box force row level security;
create policy cash_box_scope on session.cash_box
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table session.posting enable row level security;
alter table session.posting force row level security;
create policy posting_scope on session.posting
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table session.cash_count enable row level security;
alter table session.cash_count force row level security;
create policy cash_count_scope on session.cash_count
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table session.cash_difference enable row level security;
alter table session.cash_difference force row level security;
create policy cash_difference_scope on session.cash_difference
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on session.session, session.cash_box, session.posting, session.cash_count, session.cash_difference
    to dongvon_app;
grant update (state, closed_by, closed_at) on session.session to dongvon_app;
grant update (balance) on session.cash_box to dongvon_app;
grant usage on sequence session.session_id to dongvon_app;
