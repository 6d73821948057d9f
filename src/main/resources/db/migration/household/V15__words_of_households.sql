-- What a household is found by, in one line: hamlet, code and the names of its members as they are searched. One index then answers
-- all words at once, and looking a row through costs no key. The line follows the rows it is made of; nobody writes it.
alter table household.household add column search_words text not null default '';
comment on column household.household.search_words is 'Hamlet, code and names of members as they are searched; kept by triggers.';

create function household.search_words_of(wanted bigint, place text) returns text
    language sql stable
    return household.search_key(place)
        || (select coalesce(string_agg(household.search_key(p.full_name), '' order by p.id), '')
              from household.person p
             where p.household_id = wanted);
revoke all on function household.search_words_of(bigint, text) from public;

create function household.household_has_words() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    new.search_words := household.search_words_of(new.id, new.hamlet || ' ' || new.code);
    return new;
end $$;
create trigger household_has_words before insert or update on household.household
    for each row execute function household.household_has_words();

-- A statement may bring a whole commune: its households are told once.
create function household.household_has_names() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update household.household h
       set search_words = ''
      from (select distinct a.household_id from added a) c
     where h.id = c.household_id;
    return null;
end $$;
create trigger household_has_names after insert on household.person
    referencing new table as added for each statement execute function household.household_has_names();

create function household.household_has_new_name() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update household.household set search_words = '' where id in (old.household_id, new.household_id);
    return null;
end $$;
create trigger household_has_new_name after update of full_name, household_id on household.person
    for each row when (old.full_name <> new.full_name or old.household_id <> new.household_id)
    execute function household.household_has_new_name();

update household.household set search_words = '';

drop index household.household_by_search_key;
create index household_by_search_words on household.household using gin (search_words public.gin_trgm_ops);

-- As before: words in any order, each the beginning of a word of a member's name, of the hamlet, the household's code, the point's
-- name, or of its commune, district and province under the old map or the new one. Points are few: what they answer of the words is
-- looked up first, and households are asked for the rest, by one condition a word, which the index takes together.
create or replace function household.search_households(typed text, most integer) returns table (household_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    words text[] := array(select distinct '% ' || w || '%'
                            from unnest(string_to_array(btrim(household.search_key(typed)), ' ')) w
                           where w <> ''
                           limit 8);
    within int8multirange := shared.scope();
    wanted integer := least(most, 1000);
    got integer;
    rest text[];
    points bigint[];
begin
    if cardinality(words) = 0 or isempty(within) then
        return;
    end if;
    for rest, points in
        select array(select w from unnest(words) w where place.key not like w), array_agg(place.id)
          from (select u.id, household.search_key(concat_ws(' ', u.name, a.places)) as key
                  from organisation.unit u
                  left join (select p.point_id, string_agg(concat_ws(' ', p.commune, p.district, p.province), ' ') as places
                               from organisation.point_place p
                              group by p.point_id) a on a.point_id = u.id
                 where u.kind = 'POINT' and u.id <@ within) place
         group by 1
    loop
        return query execute
            'select h.id from household.household h where h.point_id = any ($1) and h.point_id <@ $2'
            || (select coalesce(string_agg(format(' and h.search_words like %L', w), ''), '') from unnest(rest) w)
            || ' limit $3'
            using points, within, wanted;
        get diagnostics got = row_count;
        wanted := wanted - got;
        exit when wanted <= 0;
    end loop;
end $$;
