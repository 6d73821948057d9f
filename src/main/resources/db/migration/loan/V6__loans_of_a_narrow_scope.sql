-- Who sees one association, one group or one person sees its loans, and of them everything.
alter policy loan_scope on loan.loan
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_association()) is null or association = (select shared.scope_association()))
                and ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or borrower_id = (select shared.scope_person()))))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or ((select shared.scope_association()) is null or association = (select shared.scope_association()))
                and ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
                and ((select shared.scope_person()) is null or borrower_id = (select shared.scope_person()))));

alter policy part_scope on loan.part
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)));

alter policy instalment_scope on loan.instalment
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)));

alter policy movement_scope on loan.movement
    using (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)))
    with check (point_id <@ (select shared.scope())
           and (not (select shared.narrowed())
                or exists (select from loan.loan l where l.id = loan_id)));
