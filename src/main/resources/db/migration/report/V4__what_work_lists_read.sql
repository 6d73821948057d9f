create view report.v_open_session with (security_invoker = true) as
    select s.id, s.point_id, s.held_on, u.name as point
      from session.session s
      join organisation.unit u on u.id = s.point_id
     where s.state = 'OPEN';
comment on view report.v_open_session is 'Transaction sessions that nobody has closed.';

create view report.v_cash_difference with (security_invoker = true) as
    select d.session_id as id, s.point_id, s.held_on, u.name as point, d.expected, d.counted
      from session.cash_difference d
      join session.session s on s.id = d.session_id
      join organisation.unit u on u.id = s.point_id
     where d.counted <> d.expected;
comment on view report.v_cash_difference is 'Sessions whose cash was counted otherwise than booked.';

create view report.v_waiting_change with (security_invoker = true) as
    select c.id, c.point_id, c.business_date, c.kind, c.subject, c.maker_name, c.amount
      from shared.change_request c
     where c.state = 'WAITING';
comment on view report.v_waiting_change is 'Changes that wait for a second person.';

grant select on report.v_open_session, report.v_cash_difference, report.v_waiting_change to dongvon_app;
