-- Who sees one association, one group or one person sees of groups, members and households what belongs to it.
create index member_by_person on "group".member (person_id);

-- The groups of the one person that the scope is narrowed to. As the owner: the policy of groups asks it about members,
-- whose own policy asks about groups. It takes no argument, so that it tells nobody anything about others.
create function "group".groups_of_scope_person() returns setof bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select m.group_id
      from "group".member m
     where m.person_id = shared.scope_person() and m.point_id <@ shared.scope();
end;

alter policy credit_group_scope on "group".credit_group
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_association()) is null or association = (select shared.scope_association()))
                and ((select shared.scope_group()) is null or id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or id in (select "group".groups_of_scope_person()))))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_association()) is null or association = (select shared.scope_association()))
                and ((select shared.scope_group()) is null or id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or id in (select "group".groups_of_scope_person()))));

alter policy member_scope on "group".member
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or person_id = (select shared.scope_person()))
                and ((select shared.scope_association()) is null
                     or exists (select from "group".credit_group g where g.id = group_id and g.association = (select shared.scope_association())))))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or person_id = (select shared.scope_person()))
                and ((select shared.scope_association()) is null
                     or exists (select from "group".credit_group g where g.id = group_id and g.association = (select shared.scope_association())))));

-- Households and people of a group are those with a membership in it, of today or before. They are narrowed here, where
-- memberships are known.
alter policy person_scope on household.person
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_person()) is null or id = (select shared.scope_person()))
                and ((select shared.scope_association()) is null and (select shared.scope_group()) is null
                     or exists (select from "group".member m where m.household_id = person.household_id))))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_person()) is null or id = (select shared.scope_person()))
                and ((select shared.scope_association()) is null and (select shared.scope_group()) is null
                     or exists (select from "group".member m where m.household_id = person.household_id))));

alter policy household_scope on household.household
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from household.person p where p.household_id = household.id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from household.person p where p.household_id = household.id)));
