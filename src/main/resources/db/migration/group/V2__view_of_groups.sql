create view "group".v_credit_group with (security_invoker = true) as
    select g.id, g.point_id, g.code, g.name, g.association, g.formed_on, g.closed_on
      from "group".credit_group g;
comment on view "group".v_credit_group is 'Groups with their association and dates.';
grant select on "group".v_credit_group to dongvon_app;
