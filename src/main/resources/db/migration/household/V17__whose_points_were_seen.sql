create or replace view household.v_seen with (security_invoker = true) as
    select s.id, s.at, s.account_id, s.human_id, s.role, s.kind, s.page, s.purpose, s.note, s.people, s.points
      from household.seen s;
