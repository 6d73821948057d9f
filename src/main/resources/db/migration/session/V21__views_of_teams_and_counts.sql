create or replace view session.v_session with (security_invoker = true) as
    select s.id, s.point_id, s.office_id, s.held_on, s.state, s.leader_id, s.teller_id, s.controller_id, s.carried_to,
           coalesce(s.carried_to, s.held_on) as counted_on
      from session.session s;
comment on view session.v_session is
    'Transaction sessions by point and day, with their team; counted_on is the open day on which a closed one was counted.';

create view session.v_posting with (security_invoker = true) as
    select p.journal_id, p.session_id, p.point_id, p.group_id, p.kind, p.lines, p.cash
      from session.posting p;
comment on view session.v_posting is 'The journals of sessions, and what each did to the cash box.';

create view session.v_counted with (security_invoker = true) as
    select d.session_id, d.point_id, d.expected, d.counted, d.reason
      from session.cash_difference d;
comment on view session.v_counted is 'The count that closed each session, beside the book.';

create view session.v_cash_box with (security_invoker = true) as
    select b.session_id, b.point_id, b.balance
      from session.cash_box b;
comment on view session.v_cash_box is 'Cash in the hands of the tellers of sessions.';

create view session.v_vault with (security_invoker = true) as
    select v.office_id, v.point_id, v.balance
      from session.vault v;
comment on view session.v_vault is 'Cash of offices that is in no teller''s box.';

create view session.v_vault_movement with (security_invoker = true) as
    select m.journal_id, m.office_id, m.point_id, m.kind, m.amount
      from session.vault_movement m;
comment on view session.v_vault_movement is 'What each journal brought into a vault or took out of it.';

grant select on session.v_posting, session.v_counted, session.v_cash_box, session.v_vault, session.v_vault_movement to dongvon_app;
