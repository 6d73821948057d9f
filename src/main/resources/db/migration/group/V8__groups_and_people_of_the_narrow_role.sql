-- Who sees one association, one group or one person sees of groups, members and households what belongs to it.
alter policy credit_group_scope on "group".credit_group
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy credit_group_narrow on "group".credit_group as restrictive to app_narrow
    using (((select shared.scope_association()) is null or association = (select shared.scope_association()))
           and ((select shared.scope_group()) is null or id = (select shared.scope_group()))
           and ((select shared.scope_person()) is null or id in (select "group".groups_of_scope_person())));

alter policy member_scope on "group".member
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy member_narrow on "group".member as restrictive to app_narrow
    using (((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
           and ((select shared.scope_person()) is null or person_id = (select shared.scope_person()))
           and ((select shared.scope_association()) is null
                or exists (select from "group".credit_group g
                            where g.id = group_id and g.association = (select shared.scope_association()))));

alter policy person_scope on household.person
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy person_narrow on household.person as restrictive to app_narrow
    using (((select shared.scope_person()) is null or id = (select shared.scope_person()))
           and ((select shared.scope_association()) is null and (select shared.scope_group()) is null
                or exists (select from "group".member m where m.household_id = person.household_id)));

alter policy household_scope on household.household
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy household_narrow on household.household as restrictive to app_narrow
    using (exists (select from household.person p where p.household_id = household.id));
