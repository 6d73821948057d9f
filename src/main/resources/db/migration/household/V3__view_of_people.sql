create view household.v_person with (security_invoker = true) as
    select p.id, p.household_id, p.point_id, p.full_name, p.identity_last4, h.hamlet
      from household.person p
      join household.household h on h.id = p.household_id;
comment on view household.v_person is 'People with their hamlet and the last four digits of their identity number.';
grant select on household.v_person to dongvon_app;
