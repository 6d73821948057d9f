-- Cash between tellers, and between a teller and the vault, during the day: who gives signs and counts it out, who takes
-- signs too; between the two signatures it is on the way.
alter table session.posting drop constraint posting_kind_known;
alter table session.posting add constraint posting_kind_known
    check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'WITHDRAWAL', 'DISBURSEMENT', 'FEE', 'REVERSAL', 'DIFFERENCE', 'RETURN',
                    'HAND_OVER', 'TAKE_OVER'));
alter table session.posting add constraint posting_hand_over_direction
    check ((kind <> 'HAND_OVER' or cash < 0) and (kind <> 'TAKE_OVER' or cash > 0));

alter table session.vault_movement drop constraint vault_movement_kind_known;
alter table session.vault_movement drop constraint vault_movement_direction;
alter table session.vault_movement add constraint vault_movement_kind_known
    check (kind in ('VAULT_IN', 'VAULT_OUT', 'FLOAT', 'RETURN', 'HAND_OVER', 'TAKE_OVER', 'VAULT_DIFFERENCE'));
alter table session.vault_movement add constraint vault_movement_direction
    check (amount <> 0 and (kind = 'VAULT_DIFFERENCE' or (amount > 0) = (kind in ('VAULT_IN', 'RETURN', 'TAKE_OVER'))));

-- How many of each note, the largest first: what they come to.
create function session.worth(notes integer[]) returns bigint language sql immutable strict
    return (select sum(n.notes::bigint * n.denomination)
              from unnest(notes, array[500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500]) n (notes, denomination));

create sequence session.hand_over_id;
create table session.hand_over (
    id           bigint    primary key default shared.new_id('session.hand_over_id'),
    point_id     bigint    not null references organisation.point,
    office_id    bigint    not null references organisation.unit,
    day          date      not null,
    from_session bigint    references session.session,
    to_session   bigint    references session.session,
    notes        integer[] not null,
    amount       bigint    not null,
    given_by     bigint    not null,
    journal_id   bigint    not null unique references ledger.journal,

    unique (id, given_by),
    constraint hand_over_two_sides       check (from_session is distinct from to_session),
    constraint hand_over_ten_notes       check (cardinality(notes) = 10 and 0 <= all (notes) and array_position(notes, null) is null),
    constraint hand_over_is_its_notes    check (amount > 0 and amount = session.worth(notes))
);
comment on table session.hand_over is 'Cash that somebody gave to a teller or to the vault, counted out by notes. Append-only.';
comment on column session.hand_over.from_session is 'Whose teller gave it; null for the vault.';
comment on column session.hand_over.to_session is 'Whose teller is to take it; null for the vault.';
comment on column session.hand_over.notes is 'Notes of 500000, 200000, 100000, 50000, 20000, 10000, 5000, 2000, 1000 and 500 đồng.';
create index hand_over_by_day on session.hand_over (office_id, day);
create index hand_over_from on session.hand_over (from_session);
create index hand_over_to on session.hand_over (to_session);

create table session.hand_over_end (
    hand_over_id bigint primary key,
    point_id     bigint not null references organisation.point,
    given_by     bigint not null,
    outcome      text   not null,
    ended_by     bigint not null,
    journal_id   bigint not null unique references ledger.journal,

    foreign key (hand_over_id, given_by) references session.hand_over (id, given_by),
    constraint hand_over_end_known        check (outcome in ('TAKEN', 'BACK')),
    constraint hand_over_end_two_persons  check (outcome = 'BACK' or ended_by <> given_by)
);
comment on table session.hand_over_end is 'The second signature: taken by the other side, or taken back by the giver. Append-only.';

create function session.nothing_on_the_way() returns trigger language plpgsql as $$
begin
    if new.state = 'CLOSED' and exists (
            select from session.hand_over h
             where (h.from_session = new.id or h.to_session = new.id)
               and not exists (select from session.hand_over_end e where e.hand_over_id = h.id)) then
        raise exception using errcode = '23514', constraint = 'session_closed_hands_nothing_over',
            message = 'a session is closed after its hand-overs are ended';
    end if;
    return new;
end $$;
create trigger session_closed_hands_nothing_over before update of state on session.session
    for each row execute function session.nothing_on_the_way();

-- The vault counted: one counts, the director signs.
create table session.vault_count (
    office_id  bigint    not null references organisation.unit,
    day        date      not null,
    number     smallint  not null,
    point_id   bigint    not null references organisation.point,
    notes      integer[] not null,
    expected   bigint    not null,
    counted    bigint    not null,
    reason     text      not null,
    counted_by bigint    not null,
    signed_by  bigint    not null,

    primary key (office_id, day, number),
    constraint vault_count_numbered       check (number > 0),
    constraint vault_count_ten_notes      check (cardinality(notes) = 10 and 0 <= all (notes) and array_position(notes, null) is null),
    constraint vault_count_is_its_notes   check (counted = session.worth(notes) and expected >= 0),
    constraint vault_count_has_reason     check (reason <> ''),
    constraint vault_count_two_persons    check (counted_by <> signed_by)
);
comment on table session.vault_count is 'The vault counted by notes beside its book, by one person, signed by another. Append-only.';

create trigger hand_over_append_only before update or delete or truncate on session.hand_over
    for each statement execute function shared.refuse_change();
create trigger hand_over_end_append_only before update or delete or truncate on session.hand_over_end
    for each statement execute function shared.refuse_change();
create trigger vault_count_append_only before update or delete or truncate on session.vault_count
    for each statement execute function shared.refuse_change();

alter table session.hand_over enable row level security;
alter table session.hand_over force row level security;
create policy hand_over_scope on session.hand_over
    using (point_id <@ (select shared.scope()))
    with check (point_id <@ (select shared.scope()));
create policy hand_over_narrow on session.hand_over as restrictive to app_narrow
    using (false);
alter table session.hand_over_end enable row level security;
alter table session.hand_over_end force row level security;
create policy hand_over_end_scope on session.hand_over_end
    using (point_id <@ (select shared.scope()))
    with check (point_id <@ (select shared.scope()));
create policy hand_over_end_narrow on session.hand_over_end as restrictive to app_narrow
    using (false);
alter table session.vault_count enable row level security;
alter table session.vault_count force row level security;
create policy vault_count_scope on session.vault_count
    using (point_id <@ (select shared.scope()))
    with check (point_id <@ (select shared.scope()));
create policy vault_count_narrow on session.vault_count as restrictive to app_narrow
    using (false);

grant select, insert on session.hand_over, session.hand_over_end, session.vault_count to dongvon_app;
grant usage on sequence session.hand_over_id to dongvon_app;
grant execute on function session.worth(integer[]) to dongvon_app;

-- A default, to be confirmed by each bank: no published source says who may sign a count of the vault.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('session.vault-count', 'DIRECTOR', '2002-10-04', null, 'UNSURE');
