-- The close of the day is the office's own.
alter policy run_scope on closing.run
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy run_narrow on closing.run as restrictive to app_narrow
    using (false);

alter policy step_run_scope on closing.step_run
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy step_run_narrow on closing.step_run as restrictive to app_narrow
    using (false);
