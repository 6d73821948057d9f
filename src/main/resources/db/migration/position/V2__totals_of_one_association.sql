-- Totals are told by association, so who sees one association sees its totals; they tell nothing of one group or person.
alter policy total_scope on position.total
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or association = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or association = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null));

alter policy flow_scope on position.flow
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or association = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or association = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null));

alter policy headcount_scope on position.headcount
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or dimension = 'ASSOCIATION' and key = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or dimension = 'ASSOCIATION' and key = (select shared.scope_association()) and (select shared.scope_group()) is null and (select shared.scope_person()) is null));
