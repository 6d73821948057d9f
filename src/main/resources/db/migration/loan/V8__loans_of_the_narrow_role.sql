-- Who sees one association, one group or one person sees its loans, and of them everything.
alter policy loan_scope on loan.loan
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy loan_narrow on loan.loan as restrictive to app_narrow
    using (((select shared.scope_association()) is null or association = (select shared.scope_association()))
           and ((select shared.scope_group()) is null or group_id = (select shared.scope_group()))
           and ((select shared.scope_person()) is null or borrower_id = (select shared.scope_person())));

alter policy part_scope on loan.part
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy part_narrow on loan.part as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

alter policy instalment_scope on loan.instalment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy instalment_narrow on loan.instalment as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

alter policy movement_scope on loan.movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy movement_narrow on loan.movement as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));
