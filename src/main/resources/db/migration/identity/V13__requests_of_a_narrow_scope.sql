-- Who decides about accounts sees the requests about accounts of the country; anyone narrowed sees their own.
alter policy change_request_scope on shared.change_request
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy change_request_narrow on shared.change_request as restrictive to app_narrow
    using (kind like 'identity.%' and (select shared.scope_group()) = 0
           or maker_account = (select shared.actor_account()));

alter policy change_event_scope on shared.change_event
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy change_event_narrow on shared.change_event as restrictive to app_narrow
    using (exists (select from shared.change_request r where r.id = request_id));
