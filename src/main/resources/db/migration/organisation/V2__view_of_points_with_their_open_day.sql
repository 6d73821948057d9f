create view organisation.v_point with (security_invoker = true) as
    select p.id, p.office_id, p.commune_id, p.direct, d.day as open_day
      from organisation.point p
      join organisation.business_day d on d.office_id = p.office_id;
comment on view organisation.v_point is 'Transaction points of offices that keep books, with the open day of their office.';
grant select on organisation.v_point to dongvon_app;
