-- Tags stand for people in the sealed book; what is restricted goes with the person; who looked at whom, each sees of
-- themselves. Households and people are narrowed by group, where memberships are known.
alter policy person_tag_scope on household.person_tag
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy person_tag_narrow on household.person_tag as restrictive to app_narrow
    using (false);

alter policy restriction_scope on household.restriction
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy restriction_narrow on household.restriction as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));

alter policy seen_scope on household.seen
    using (points && (select shared.scope())) with check (points <@ (select shared.scope()));
create policy seen_narrow on household.seen as restrictive to app_narrow
    using (account_id = (select shared.actor_account()));
