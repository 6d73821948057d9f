create view organisation.v_unit_place with (security_invoker = true) as
    select u.id, u.code, u.kind, u.name,
           (select a.name
              from organisation.unit_parent p
              join organisation.unit a on a.id = p.parent_id
             where p.unit_id = u.id and a.kind = 'PROVINCE'
               and p.valid @> (select max(d.day) from organisation.business_day d)) as province
      from organisation.unit u;
comment on view organisation.v_unit_place is 'Units as pages name them, with the province an office stands in on the latest open day.';
grant select on organisation.v_unit_place to dongvon_app;
