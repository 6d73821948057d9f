-- A reversal tells the kind of the line it undoes, so that flows are netted under their own heading.
create view loan.v_movement with (security_invoker = true) as
    select j.office_id, j.business_date, m.journal_id, m.loan_id, l.point_id, l.programme_id, l.contract_id, l.association,
           m.series_id, m.part, coalesce(undone.kind, m.kind) as kind, m.principal, m.interest, m.constant
      from ledger.journal j
      join loan.movement m on m.journal_id = j.id
      join loan.loan l on l.id = m.loan_id
      left join loan.movement undone
        on undone.line_id = m.reverses and undone.series_id = m.series_id and undone.part = m.part;
comment on view loan.v_movement is 'Movements of loans by office and business date, with what the loan belongs to.';

create view loan.v_part with (security_invoker = true) as
    select p.loan_id, p.series_id, p.part, l.point_id, l.programme_id, l.contract_id, l.association, p.principal, p.constant
      from loan.part p
      join loan.loan l on l.id = p.loan_id;
comment on view loan.v_part is 'Running balances of loans by part, with what the loan belongs to.';

-- Written-off principal is remembered, but is not outstanding.
create view loan.v_balance with (security_invoker = true) as
    select l.id as loan_id, l.point_id, l.household_id, l.borrower_id, l.programme_id, l.contract_id, l.association, l.jobs,
           (select coalesce(sum(p.principal), 0)
              from loan.part p
             where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as outstanding
      from loan.loan l
     where l.stage <> 'APPROVED';
comment on view loan.v_balance is 'Principal outstanding of each loan that was paid out, with its borrower and household.';

grant select on loan.v_movement, loan.v_part, loan.v_balance to dongvon_app;
