create view household.v_household with (security_invoker = true) as
    select h.id, h.point_id
      from household.household h;
comment on view household.v_household is 'The point at which a household lives, and is counted.';
grant select on household.v_household to dongvon_app;
