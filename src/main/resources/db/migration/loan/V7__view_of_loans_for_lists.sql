create view loan.v_listed with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.programme_id, l.contract_id, l.group_id, l.association, l.amount, l.stage,
           l.disbursed_on, l.closed_on,
           (select max(i.due_date) from loan.instalment i where i.loan_id = l.id) as last_due_on
      from loan.loan l;
comment on view loan.v_listed is 'Loans as lists name them, without a word on the borrower, with the last nominal due date.';
grant select on loan.v_listed to dongvon_app;
