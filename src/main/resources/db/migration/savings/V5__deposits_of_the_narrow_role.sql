-- Deposits follow the membership that they belong to.
alter policy account_scope on savings.account
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy account_narrow on savings.account as restrictive to app_narrow
    using (exists (select from "group".member m where m.id = member_id));

alter policy movement_scope on savings.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy movement_narrow on savings.movement as restrictive to app_narrow
    using (exists (select from savings.account a where a.id = account_id));
