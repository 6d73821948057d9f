-- Deposits follow the membership that they belong to.
alter policy account_scope on savings.account
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from "group".member m where m.id = member_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from "group".member m where m.id = member_id)));

alter policy movement_scope on savings.movement
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from savings.account a where a.id = account_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from savings.account a where a.id = account_id)));
