create view loan.v_running with (security_invoker = true) as
    select l.id, l.point_id, l.association, l.group_id, l.borrower_id, l.programme_id, l.amount, l.disbursed_on, l.interest_due_from
      from loan.loan l
     where l.stage = 'ACTIVE';
comment on view loan.v_running is 'Loans between their payment and their last đồng.';

create view loan.v_part_line with (security_invoker = true) as
    select p.loan_id, p.point_id, p.series_id, p.part, p.principal, p.constant
      from loan.part p;
comment on view loan.v_part_line is 'Running balances of loans by part, of the part alone.';

create or replace view loan.v_instalment with (security_invoker = true) as
    select i.loan_id, i.seq, i.point_id, i.contract_date, coalesce(c.actual, i.due_date) as due_on, i.amount,
           i.due_date as nominal
      from loan.instalment i
      left join organisation.session_date_change c on c.point_id = i.point_id and c.nominal = i.due_date;

create view loan.v_at_bank with (security_invoker = true) as
    select a.id, a.point_id, a.code, a.association, a.group_id, a.borrower_id, a.programme_id, a.amount,
           (select max(e.happened_on) from loan.application_event e
             where e.application_id = a.id and e.to_step = 'AT_BANK') as received_on
      from loan.application a
     where a.step = 'AT_BANK';
comment on view loan.v_at_bank is 'Applications that wait for the bank''s decision, with the day on which it received them.';

grant select on loan.v_running, loan.v_part_line, loan.v_at_bank to dongvon_app;
