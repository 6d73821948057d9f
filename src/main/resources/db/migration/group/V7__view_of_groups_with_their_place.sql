create view "group".v_group_file with (security_invoker = true) as
    select g.id, g.point_id, g.code, g.name, g.hamlet, g.formed_on, g.closed_on, a.name_vi, a.name_en,
           u.code as point_code, u.name as point, pt.session_day, o.code as office_code, o.name as office,
           p.id as head_id, p.full_name as head,
           (select count(*) from "group".member c where c.group_id = g.id and c.left_on is null) as members
      from "group".credit_group g
      join organisation.association a on a.code = g.association
      join organisation.unit u on u.id = g.point_id
      join organisation.point pt on pt.id = g.point_id
      join organisation.unit o on o.id = pt.office_id
      left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
      left join household.person p on p.id = m.person_id;
comment on view "group".v_group_file is 'Groups as their pages show them: place, association, head, how many members.';
grant select on "group".v_group_file to dongvon_app;
