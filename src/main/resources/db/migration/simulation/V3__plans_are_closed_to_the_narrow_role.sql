-- Plans of the synthetic country are not for narrow scopes.
alter policy step_scope on simulation.step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy step_narrow on simulation.step as restrictive to app_narrow
    using (false);

alter policy made_scope on simulation.made
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy made_narrow on simulation.made as restrictive to app_narrow
    using (false);
