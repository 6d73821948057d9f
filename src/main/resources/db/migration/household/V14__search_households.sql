-- Making a key costs microseconds, and every row that a trigram index proposes is compared again: the keys are kept.
alter table household.person add column name_key text generated always as (household.search_key(full_name)) stored;
comment on column household.person.name_key is 'The name as it is searched.';
-- The index on the expression stays for the search of groups by their heads.
create index person_by_name_key on household.person using gin (name_key public.gin_trgm_ops);

alter table household.household
    add column place_key text generated always as (household.search_key(hamlet || ' ' || code)) stored;
comment on column household.household.place_key is 'Hamlet and code as they are searched.';
create index household_by_search_key on household.household using gin (place_key public.gin_trgm_ops);

create or replace function household.search_people(typed text, most integer) returns table (person_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    -- The longest word first: it is the rarest.
    words text[] := array(select '% ' || w || '%'
                            from unnest(string_to_array(btrim(household.search_key(typed)), ' ')) w
                           where w <> ''
                           order by length(w) desc
                           limit 8);
    within int8multirange := shared.scope();
begin
    if cardinality(words) = 0 or isempty(within) then
        return;
    end if;
    return query
        select p.id
          from household.person p
         where p.name_key like words[1]
           and p.name_key like all (words)
           and p.point_id <@ within
         limit least(most, 100000);
end $$;

-- Words in any order, each the beginning of a word of a member's name, of the hamlet, of the household's code, of the
-- point's name, or of its commune, district and province under the old map or the new one. Runs as the owner, goes through
-- the indexes by the longest word, and applies the scope of the transaction itself, like household.search_people.
create function household.search_households(typed text, most integer) returns table (household_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    words text[] := array(select '% ' || w || '%'
                            from unnest(string_to_array(btrim(household.search_key(typed)), ' ')) w
                           where w <> ''
                           order by length(w) desc
                           limit 8);
    within int8multirange := shared.scope();
begin
    if cardinality(words) = 0 or isempty(within) then
        return;
    end if;
    return query
        -- Once for each point, not for each household.
        with place as materialized (
            select pt.id, household.search_key(
                       u.name || ' ' || (select coalesce(string_agg(concat_ws(' ', a.commune, a.district, a.province), ' '), '')
                                           from organisation.point_place a
                                          where a.point_id = pt.id)) as key
              from organisation.point pt
              join organisation.unit u on u.id = pt.id
             where pt.id <@ within),
        found as (
            select p.household_id as id
              from household.person p
             where p.name_key like words[1] and p.point_id <@ within
            union
            select h.id
              from household.household h
             where h.place_key like words[1] and h.point_id <@ within
            union
            select h.id
              from household.household h
              join place on place.id = h.point_id and place.key like words[1])
        select f.id
          from found f
          join household.household h on h.id = f.id
          join place on place.id = h.point_id
         where h.place_key || place.key || (select coalesce(string_agg(p.name_key, ''), '')
                                              from household.person p
                                             where p.household_id = h.id) like all (words)
         limit least(most, 1000);
end $$;
comment on function household.search_households(text, integer) is
    'Households in the scope of the transaction that have all these words in names, hamlet, code or place, without regard to diacritics and order.';
revoke all on function household.search_households(text, integer) from public;
grant execute on function household.search_households(text, integer) to dongvon_app;
