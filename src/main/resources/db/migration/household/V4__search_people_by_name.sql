-- A name as it is searched: small letters without diacritics, one space before each word. The wrapper is immutable, as
-- an index demands, because it names the dictionary: nobody changes its rules under a running database.
create function household.search_key(name text) returns text
    language sql immutable parallel safe strict
    return ' ' || btrim(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary, name)), '[^a-z0-9]+', ' ', 'g'));

create index person_by_search_key on household.person using gin (household.search_key(full_name) public.gin_trgm_ops);

-- Words in any order, each the beginning of a word of the name. Trigram operators are not leakproof, so under row-level
-- security they would run after the scope has been applied to every row; this runs as the owner, uses the index, and
-- applies the scope of the transaction itself: whatever is asked, nobody out of scope comes back.
create function household.search_people(typed text, most integer) returns table (person_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
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
         where household.search_key(p.full_name) like words[1]
           and household.search_key(p.full_name) like all (words)
           and p.point_id <@ within
         limit least(most, 100000);
end $$;
comment on function household.search_people(text, integer) is
    'People in the scope of the transaction whose name has all these words, without regard to diacritics and order.';
revoke all on function household.search_people(text, integer) from public;
grant execute on function household.search_people(text, integer) to dongvon_app;
