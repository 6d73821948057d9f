create sequence household.restriction_id;

create table household.restriction (
    id          bigint      primary key default shared.new_id('household.restriction_id'),
    person_id   bigint      not null references household.person,
    point_id    bigint      not null references organisation.point,
    restricted  boolean     not null,
    reason      text        not null,
    submission  uuid        not null unique references shared.submission deferrable initially deferred,

    constraint restriction_has_reason    check (length(reason) between 5 and 300 and reason is nfc normalized),
    constraint restriction_has_no_number check (reason !~ '[0-9]{9}')
);
comment on table household.restriction is
    'Requests to restrict the processing of a person''s data, and their ends. Append-only; the newest row holds.';
create index restriction_by_person on household.restriction (person_id, id);
create trigger restriction_append_only before update or delete or truncate on household.restriction
    for each statement execute function shared.refuse_change();

alter table household.restriction enable row level security;
alter table household.restriction force row level security;
-- Whoever sees the person.
create policy restriction_scope on household.restriction
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed()) or exists (select from household.person p where p.id = person_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed()) or exists (select from household.person p where p.id = person_id)));
grant select, insert on household.restriction to dongvon_app;
grant usage on sequence household.restriction_id to dongvon_app;

alter table household.person add column restricted boolean not null default false;
comment on column household.person.restricted is 'Whether the newest row of household.restriction restricts.';

-- The flag follows the rows by itself: the application has no right to set it.
create function household.follow_restriction() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update household.person set restricted = new.restricted where id = new.person_id;
    return null;
end $$;
create trigger restriction_sets_flag after insert on household.restriction
    for each row execute function household.follow_restriction();

create or replace view household.v_person with (security_invoker = true) as
    select p.id, p.household_id, p.point_id, p.full_name, p.identity_last4, h.hamlet, p.restricted
      from household.person p
      join household.household h on h.id = p.household_id;
