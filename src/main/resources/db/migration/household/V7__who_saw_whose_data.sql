create sequence household.seen_id;

create table household.seen (
    id         bigint          primary key default shared.new_id('household.seen_id'),
    at         timestamptz     not null default transaction_timestamp(),
    point_id   bigint          not null references organisation.point,
    points     int8multirange  not null,
    account_id bigint          not null,
    human_id   bigint          not null,
    role       text            not null,
    kind       text            not null,
    page       text            not null,
    purpose    text            not null,
    note       text            not null default '',
    people     bigint[]        not null,

    constraint seen_kind_known        check (kind in ('VIEW', 'REVEAL', 'EXPORT')),
    constraint seen_has_people        check (cardinality(people) > 0 or kind = 'EXPORT'),
    constraint seen_reveal_is_of_one  check (kind <> 'REVEAL' or cardinality(people) = 1),
    constraint seen_page_is_a_route   check (page ~ '^/[^?#]*$'),
    constraint seen_purpose_named     check (purpose <> ''),
    constraint seen_note_short        check (length(note) <= 200),
    constraint seen_note_has_no_number check (note !~ '[0-9]{9}')
);
comment on table household.seen is
    'Who saw whose personal data, and why: one row a page, reveal or export, never one a person. Append-only.';
comment on column household.seen.point_id is 'A point of the people seen.';
comment on column household.seen.points is 'All points of the people seen: whoever may see one of them may know of this.';
comment on column household.seen.human_id is 'The human being behind the account.';
comment on column household.seen.page is 'The route, without what was asked for.';
comment on column household.seen.people is 'Identifiers of the people whose data were shown.';
create index seen_by_person on household.seen using gin (people);
create index seen_by_viewer on household.seen (human_id, at);
create index seen_by_day on household.seen (at);

create trigger seen_append_only before update or delete or truncate on household.seen
    for each statement execute function shared.refuse_change();

alter table household.seen enable row level security;
alter table household.seen force row level security;
-- Who sees one group or one person knows of no other reader.
create policy seen_scope on household.seen
    using (points && (select shared.scope())
           and (not (select shared.narrowed()) or account_id = (select shared.actor_account())))
    with check (points <@ (select shared.scope())
           and (not (select shared.narrowed()) or account_id = (select shared.actor_account())));

grant select, insert on household.seen to dongvon_app;
grant usage on sequence household.seen_id to dongvon_app;

-- The overlap of arrays is not leakproof, so under row-level security its index would not be used; this runs as the owner
-- and applies the scope of the transaction itself.
create function household.seen_of_people(wanted bigint[], before bigint, most integer) returns table (seen_id bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.id
      from household.seen s
     where s.people && wanted and s.points && shared.scope() and s.id < before
       and (not shared.narrowed() or s.account_id = shared.actor_account())
     order by s.id desc
     limit least(most, 100000)
$$;
comment on function household.seen_of_people(bigint[], bigint, integer) is
    'Rows of the scope of the transaction in which one of these people was seen, the newest first.';
revoke all on function household.seen_of_people(bigint[], bigint, integer) from public;
grant execute on function household.seen_of_people(bigint[], bigint, integer) to dongvon_app;

-- Reveals and exports of one person, for their history; rows of one instant together.
create function household.shown_of_person(wanted bigint, before timestamptz, most integer) returns table (seen_id bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.id
      from household.seen s
     where s.people && array[wanted] and s.kind in ('REVEAL', 'EXPORT') and s.points && shared.scope() and s.at < before
       and (not shared.narrowed() or s.account_id = shared.actor_account())
     order by s.at desc
     fetch first (least(most, 1000)) rows with ties
$$;
comment on function household.shown_of_person(bigint, timestamptz, integer) is
    'Reveals and exports of a person in the scope of the transaction before an instant, the newest first.';
revoke all on function household.shown_of_person(bigint, timestamptz, integer) from public;
grant execute on function household.shown_of_person(bigint, timestamptz, integer) to dongvon_app;

create view household.v_seen with (security_invoker = true) as
    select s.id, s.at, s.account_id, s.human_id, s.role, s.kind, s.page, s.purpose, s.note, s.people
      from household.seen s;
comment on view household.v_seen is 'Who saw whose personal data, for the pages of those who watch over it.';
grant select on household.v_seen to dongvon_app;
