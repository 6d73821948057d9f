-- Who is narrowed takes a role of its own for the transaction, and the policies that narrow are given to that role alone:
-- the statements of everybody else do not carry them.
--
-- Whoever sets a narrowing and not the role sees nothing: an empty scope, for the application's other roles.
create or replace function shared.scope() returns int8multirange
    language sql stable parallel safe
    return case when shared.narrowed() and current_user in ('dongvon_app', 'app_rw', 'app_ro', 'sync_rw', 'sealer')
                then '{}'::int8multirange
                else coalesce(nullif(current_setting('dongvon.scope', true), ''), '{}')::int8multirange end;

-- Who sees one group or one association at a point does not see what others of the point have sent.
alter policy submission_scope on shared.submission
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy submission_narrow on shared.submission as restrictive to app_narrow
    using (actor_id = (select shared.actor_account()));
