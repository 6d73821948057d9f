create index household_by_search_key on household.household
    using gin (household.search_key(hamlet || ' ' || code) public.gin_trgm_ops);

-- Words in any order, each the beginning of a word of a member's name, of the hamlet, of the household's code, of the
-- point's name, or of its commune, district and province under the old map or the new one. Runs as the owner, goes through the indexes by the longest word, and applies the scope of the transaction
-- itself, like household.search_people.
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
        with found as (
            select p.household_id as id
              from household.person p
             where household.search_key(p.full_name) like words[1] and p.point_id <@ within
            union
            select h.id
              from household.household h
             where household.search_key(h.hamlet || ' ' || h.code) like words[1] and h.point_id <@ within
            union
            select h.id
              from household.household h
             where h.point_id <@ within
               and h.point_id in (select u.id from organisation.unit u
                                   where u.kind = 'POINT' and household.search_key(u.name) like words[1]
                                  union
                                  select a.point_id from organisation.point_place a
                                   where household.search_key(a.commune || ' ' || coalesce(a.district, '') || ' ' || a.province)
                                         like words[1]))
        select f.id
          from found f
          join household.household h on h.id = f.id
          join organisation.unit u on u.id = h.point_id
         where household.search_key(h.hamlet || ' ' || h.code || ' ' || u.name || ' '
                                    || (select coalesce(string_agg(concat_ws(' ', a.commune, a.district, a.province), ' '), '')
                                          from organisation.point_place a
                                         where a.point_id = h.point_id) || ' '
                                    || (select coalesce(string_agg(p.full_name, ' '), '')
                                          from household.person p
                                         where p.household_id = h.id)) like all (words)
         limit least(most, 1000);
end $$;
comment on function household.search_households(text, integer) is
    'Households in the scope of the transaction that have all these words in names, hamlet, code or point, without regard to diacritics and order.';
revoke all on function household.search_households(text, integer) from public;
grant execute on function household.search_households(text, integer) to dongvon_app;
