-- Where a household lived from when on. A household that never moved has no row: it lives where it was registered. The household's
-- own line follows the newest row; nobody writes it otherwise.
create sequence household.residence_id;
create table household.residence (
    id           bigint primary key default shared.new_id('household.residence_id'),
    household_id bigint not null references household.household,
    point_id     bigint not null references organisation.point,
    from_on      date   not null,
    former       text   not null,
    hamlet       text   not null,
    request_id   bigint not null references shared.change_request,

    constraint residence_elsewhere  check (hamlet <> former),
    constraint residence_normalised check (hamlet <> '' and hamlet is nfc normalized)
);
comment on table household.residence is 'Moves of households to another hamlet of the same point, by the day from which they live there. Append-only.';
comment on column household.residence.former is 'The hamlet that the household left.';
create index residence_by_household on household.residence (household_id, id);
create trigger residence_append_only before update or delete or truncate on household.residence
    for each statement execute function shared.refuse_change();

-- A move begins where the household lives, not before the last one; then the household's line says the new hamlet.
create function household.residence_is_followed() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from added a
                 join household.household h on h.id = a.household_id
                where h.hamlet <> a.former or h.point_id <> a.point_id)
       or exists (select from added a
                    join household.residence r on r.household_id = a.household_id and r.id < a.id and r.from_on > a.from_on) then
        raise exception using errcode = '23514', constraint = 'residence_follows_the_last',
            message = 'a household moves from the hamlet it lives in';
    end if;
    update household.household h set hamlet = a.hamlet from added a where h.id = a.household_id;
    return null;
end $$;
create trigger residence_is_followed after insert on household.residence
    referencing new table as added for each statement execute function household.residence_is_followed();

alter table household.residence enable row level security;
alter table household.residence force row level security;
create policy residence_scope on household.residence
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy residence_narrow on household.residence as restrictive to app_narrow
    using (exists (select from household.household h where h.id = household_id));

grant select, insert on household.residence to dongvon_app;
grant usage on sequence household.residence_id to dongvon_app;

create function household.hamlet_on(wanted bigint, on_day date) returns text
    language sql stable parallel safe
begin atomic
    select coalesce(
        (select r.hamlet from household.residence r
          where r.household_id = wanted and r.from_on <= on_day order by r.id desc limit 1),
        (select r.former from household.residence r
          where r.household_id = wanted and r.from_on > on_day order by r.id limit 1),
        (select h.hamlet from household.household h where h.id = wanted));
end;
comment on function household.hamlet_on(bigint, date) is 'The hamlet in which a household of the scope lives at the end of a day.';
grant execute on function household.hamlet_on(bigint, date) to dongvon_app;
