create view "group".v_member with (security_invoker = true) as
    select m.id, m.group_id, m.point_id, m.household_id, m.person_id, m.ordinal, m.office_held, m.monthly_saving,
           m.joined_on, m.left_on
      from "group".member m;
comment on view "group".v_member is 'Members of groups with the deposit of the group''s convention.';

create view "group".v_group_card with (security_invoker = true) as
    select g.id, g.point_id, g.code, g.name, g.hamlet, g.association, a.name_vi as association_vi, a.name_en as association_en,
           p.full_name as head, g.closed_on
      from "group".credit_group g
      join organisation.association a on a.code = g.association
      left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
      left join household.person p on p.id = m.person_id;
comment on view "group".v_group_card is 'Groups as pages name them: hamlet, association and head.';

grant select on "group".v_member, "group".v_group_card to dongvon_app;
