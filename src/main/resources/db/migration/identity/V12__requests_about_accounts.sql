-- An administrator sees nothing of the books (a scope narrowed to the group 0, which is none), but must see what is asked for
-- about accounts and roles. Whoever else sees less than whole points sees their own requests only.
alter policy change_request_scope on shared.change_request
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or kind like 'identity.%' and (select shared.scope_group()) = 0
                or maker_account = (select shared.actor_account())))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or kind like 'identity.%' and (select shared.scope_group()) = 0
                or maker_account = (select shared.actor_account())));

alter policy change_event_scope on shared.change_event
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from shared.change_request r where r.id = request_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from shared.change_request r where r.id = request_id)));
