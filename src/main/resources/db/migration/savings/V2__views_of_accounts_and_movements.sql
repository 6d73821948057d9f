create view savings.v_account with (security_invoker = true) as
    select a.id, a.point_id, a.member_id, a.closed_on, a.balance
      from savings.account a;
comment on view savings.v_account is 'Members'' deposits with their balance.';

create view savings.v_movement with (security_invoker = true) as
    select m.line_id, m.journal_id, m.line_no, m.account_id, a.member_id, m.point_id, m.value_date, m.amount, m.reverses
      from savings.movement m
      join savings.account a on a.id = m.account_id;
comment on view savings.v_movement is 'Deposits and withdrawals with the member they belong to.';

grant select on savings.v_account, savings.v_movement to dongvon_app;
