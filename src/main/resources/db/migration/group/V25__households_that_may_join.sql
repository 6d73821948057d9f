-- Households that somebody names by their codes, to found a group or to join one, with whom they send: whom their 01/UQ names, or
-- else their head. An association sees no household of no group, yet it prepares formations and admissions (1.4, 1.5). So this runs
-- as the owner, applies the scope of the transaction itself, and tells of a code that was typed its point, its hamlet and two
-- numbers: no name, and nothing of a household that is in a group of others. Who is narrowed to a group or a person gets what
-- they see anyway.
create function "group".households_to_join(codes text[], on_day date)
    returns table (place bigint, household_id bigint, code text, hamlet text, point_id bigint, person_id bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select wanted.place, h.id, h.code, h.hamlet, h.point_id, speaker.person_id
      from unnest(codes) with ordinality as wanted (code, place)
      join household.household h on h.code = wanted.code
      join lateral (
           select m.person_id
             from household.members_on(h.id, on_day) m
             left join household.authorisation a
               on a.household_id = h.id and a.person_id = m.person_id and a.agreed_on <= on_day
            order by a.agreed_on desc nulls last, m.relation <> 'HEAD', m.person_id
            limit 1) speaker on true
     where h.point_id <@ shared.scope()
       and (not shared.narrowed()
            or shared.scope_person() is null
               and case when exists (select from "group".member m where m.household_id = h.id and m.left_on is null)
                        then exists (select from "group".member m
                                       join "group".credit_group g on g.id = m.group_id
                                      where m.household_id = h.id and m.left_on is null
                                        and (shared.scope_association() is null or g.association = shared.scope_association())
                                        and (shared.scope_group() is null or g.id = shared.scope_group()))
                        else shared.scope_group() is null end)
$$;
comment on function "group".households_to_join(text[], date) is
    'Households of the scope by typed codes with the person they send to a group; to an association those of no group too, without names.';
revoke all on function "group".households_to_join(text[], date) from public;
grant execute on function "group".households_to_join(text[], date) to dongvon_app;
