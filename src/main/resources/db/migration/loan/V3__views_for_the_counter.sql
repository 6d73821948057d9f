create view loan.v_loan_card with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.group_id, l.member_id, l.household_id, l.borrower_id, l.stage, l.amount,
           l.disbursed_on, g.name_vi as programme_vi, g.name_en as programme_en,
           (select coalesce(sum(p.principal), 0) from loan.part p
             where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as outstanding,
           (select coalesce(sum(p.principal), 0) from loan.part p
             where p.loan_id = l.id and p.part = 'OVERDUE')::bigint as overdue
      from loan.loan l
      join programme.programme g on g.id = l.programme_id;
comment on view loan.v_loan_card is 'Loans as pages name them, with the principal outstanding and overdue.';

-- A session that was moved moves the due date with it, nominal to actual; the loan is not rewritten.
create view loan.v_instalment with (security_invoker = true) as
    select i.loan_id, i.seq, i.point_id, i.contract_date, coalesce(c.actual, i.due_date) as due_on, i.amount
      from loan.instalment i
      left join organisation.session_date_change c on c.point_id = i.point_id and c.nominal = i.due_date;
comment on view loan.v_instalment is 'Instalments of principal with the day of the session at which they are due.';

create view loan.v_line with (security_invoker = true) as
    select m.journal_id, m.line_id, m.line_no, m.loan_id, m.point_id, m.part, m.kind, m.value_date, m.principal, m.interest,
           m.reverses
      from loan.movement m
     where m.kind <> 'ROUNDING';
comment on view loan.v_line is 'What posted lines did to loans, without the residues of under half a đồng.';

grant select on loan.v_loan_card, loan.v_instalment, loan.v_line to dongvon_app;

-- A group's sheet finds the loans of its members, the closed ones of today too.
create index loan_by_member on loan.loan (member_id);
