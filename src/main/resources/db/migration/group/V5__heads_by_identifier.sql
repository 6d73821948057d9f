create or replace view "group".v_group_card with (security_invoker = true) as
    select g.id, g.point_id, g.code, g.name, g.hamlet, g.association, a.name_vi as association_vi, a.name_en as association_en,
           p.full_name as head, g.closed_on, p.id as head_id
      from "group".credit_group g
      join organisation.association a on a.code = g.association
      left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
      left join household.person p on p.id = m.person_id;

-- The search runs as the owner and looks past the policies, so it narrows by itself. People whose data are restricted are
-- found by their identity number or by a loan, not by name.
create or replace function household.search_people(typed text, most integer) returns table (person_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    -- The longest word first: it is the rarest.
    words text[] := array(select '% ' || w || '%'
                            from unnest(string_to_array(btrim(household.search_key(typed)), ' ')) w
                           where w <> ''
                           order by length(w) desc
                           limit 8);
    within           int8multirange := shared.scope();
    narrowed         boolean        := shared.narrowed();
    only_association text           := shared.scope_association();
    only_group       bigint         := shared.scope_group();
    only_person      bigint         := shared.scope_person();
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
           and not p.restricted
           and (not narrowed
                or (only_person is null or p.id = only_person)
               and (only_association is null and only_group is null
                    or exists (select from "group".member m
                                 join "group".credit_group g on g.id = m.group_id
                                where m.household_id = p.household_id
                                  and (only_group is null or g.id = only_group)
                                  and (only_association is null or g.association = only_association))))
         limit least(most, 100000);
end $$;
