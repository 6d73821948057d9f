create or replace view "group".v_group_card with (security_invoker = true) as
    select g.id, g.point_id, g.code, g.name, g.hamlet, g.association, a.name_vi as association_vi, a.name_en as association_en,
           p.full_name as head, g.closed_on, p.id as head_id
      from "group".credit_group g
      join organisation.association a on a.code = g.association
      left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
      left join household.person p on p.id = m.person_id;

-- A person's page reads the memberships of one person.
create index member_by_person on "group".member (person_id);
