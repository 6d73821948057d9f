-- What members deposited, less what of it was taken back; without withdrawals and interest.
create view savings.v_deposited with (security_invoker = true) as
    select m.account_id, a.member_id, m.point_id, m.value_date, m.amount
      from savings.movement m
      join savings.account a on a.id = m.account_id
     where (m.reverses is null) = (m.amount > 0)
       and not exists (select from savings.interest i where i.line_id = m.line_id);
comment on view savings.v_deposited is 'Deposits of members, and what of them was taken back (negative).';

create view savings.v_least with (security_invoker = true) as
    select c.group_id, c.valid_from, c.saving_least
      from "group".convention c
     where c.saving_least > 0;
comment on view savings.v_least is 'What each member of a group deposits a month at least, by date.';

grant select on savings.v_deposited, savings.v_least to dongvon_app;
