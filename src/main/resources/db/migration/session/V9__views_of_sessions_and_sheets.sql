create view session.v_session with (security_invoker = true) as
    select s.id, s.point_id, s.office_id, s.held_on, s.state
      from session.session s;
comment on view session.v_session is 'Transaction sessions by point and day.';

create view session.v_sheet with (security_invoker = true) as
    select p.journal_id, p.session_id, p.point_id, p.group_id, p.lines, p.cash
      from session.posting p
     where p.kind = 'SHEET';
comment on view session.v_sheet is 'Sheets that groups handed in at sessions.';
grant select on session.v_session, session.v_sheet to dongvon_app;
