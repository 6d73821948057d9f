-- The close of the day is the office's own.
alter policy run_scope on closing.run
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));

alter policy step_run_scope on closing.step_run
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
