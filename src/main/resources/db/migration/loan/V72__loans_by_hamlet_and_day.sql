-- Whoever counts loans by hamlet needs to know whose group, and without a group whose household, a loan is of on a day.
create or replace view loan.v_funded with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.household_id, l.group_id, l.association, l.programme_id, l.contract_id, l.allotment_id, l.amount,
           l.undrawn, l.jobs, l.stage, l.approved_on, l.disbursed_on, l.closed_on, l.member_id
      from loan.loan l;

create or replace view loan.v_at_bank with (security_invoker = true) as
    select a.id, a.point_id, a.code, a.association, a.group_id, a.borrower_id, a.programme_id, a.amount,
           (select max(e.happened_on) from loan.application_event e
             where e.application_id = a.id and e.to_step = 'AT_BANK') as received_on,
           a.household_id
      from loan.application a
     where a.step = 'AT_BANK';
