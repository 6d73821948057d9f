-- The latest day that any office has open: the day on which grants and the tree are read. Before the first office has
-- opened its books it is the day of the server.
create function organisation.latest_day() returns date
    language sql stable parallel safe
begin atomic
    select coalesce(max(day), current_date) from organisation.business_day;
end;

-- A unit with all that lies below it on a day; communes too, when all their points lie below it.
create function organisation.units_under(top bigint, on_day date) returns setof bigint
    language sql stable parallel safe
begin atomic
    with recursive below as (
        select top as id
        union
        select p.unit_id
          from organisation.unit_parent p
          join below b on p.parent_id = b.id
         where p.valid @> on_day)
    select id from below
    union
    select p.commune_id
      from organisation.point p
     where p.commune_id is not null
     group by p.commune_id
    having bool_and(p.id in (select id from below) or p.office_id in (select id from below));
end;

-- Names and posts apart: one person may hold several roles, at several units, one after the other.
create table organisation.staff_post (
    grant_id      bigint  primary key,
    staff_id      bigint  not null references organisation.staff,
    unit_id       bigint  not null references organisation.unit,
    role          text    not null,
    valid_from    date    not null,
    valid_through date,
    ended         boolean not null default false,

    constraint staff_post_period_forward check (valid_through >= valid_from)
);
comment on table organisation.staff_post is
    'Who holds which role at which unit, from when to when: the people who may be put on a session''s team.';
comment on column organisation.staff_post.grant_id is 'The grant of the role that the post comes from.';
comment on column organisation.staff_post.valid_through is 'The last day; none while it is open.';
create index staff_post_by_unit on organisation.staff_post (unit_id, role) where not ended;
create index staff_post_by_staff on organisation.staff_post (staff_id);
grant select, insert on organisation.staff_post to dongvon_app;
grant update (ended) on organisation.staff_post to dongvon_app;

comment on table organisation.staff is 'The names of those who log in: they stand on vouchers and in the audit.';
drop view organisation.v_staff;
alter table organisation.staff drop column role, drop column unit_id, drop column active;
create view organisation.v_staff with (security_invoker = true) as
    select s.id, s.full_name
      from organisation.staff s;
comment on view organisation.v_staff is 'The people who log in, by the identifier of their account, with their names.';
grant select on organisation.v_staff to dongvon_app;
