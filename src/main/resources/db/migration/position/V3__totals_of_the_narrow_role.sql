-- Of totals, one association sees its own; one group and one person none.
alter policy total_scope on position.total
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy total_narrow on position.total as restrictive to app_narrow
    using (association = (select shared.scope_association())
           and (select shared.scope_group()) is null and (select shared.scope_person()) is null);

alter policy flow_scope on position.flow
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy flow_narrow on position.flow as restrictive to app_narrow
    using (association = (select shared.scope_association())
           and (select shared.scope_group()) is null and (select shared.scope_person()) is null);

alter policy headcount_scope on position.headcount
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy headcount_narrow on position.headcount as restrictive to app_narrow
    using (dimension = 'ASSOCIATION' and key = (select shared.scope_association())
           and (select shared.scope_group()) is null and (select shared.scope_person()) is null);
