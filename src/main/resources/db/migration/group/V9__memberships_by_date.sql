-- Which group a member belonged to from when to when. The member stays the same when they move: what hangs on the membership
-- (loans, deposits, applications) follows by itself.
create table "group".membership (
    member_id bigint not null references "group".member,
    point_id  bigint not null references organisation.point,
    group_id  bigint not null references "group".credit_group,
    from_on   date   not null,
    to_on     date,

    primary key (member_id, from_on),
    constraint membership_period_forward check (to_on >= from_on)
);
comment on table "group".membership is 'Which group a member belonged to, by date: to_on is the first day on which no more.';
create unique index membership_one_open on "group".membership (member_id) where to_on is null;
create index membership_by_group on "group".membership (group_id, from_on);
insert into "group".membership (member_id, point_id, group_id, from_on, to_on)
    select id, point_id, group_id, joined_on, left_on from "group".member;

create function "group".begin_membership() returns trigger language plpgsql as $$
begin
    insert into "group".membership (member_id, point_id, group_id, from_on, to_on)
        select id, point_id, group_id, joined_on, left_on from added;
    return null;
end $$;
create trigger member_begins after insert on "group".member
    referencing new table as added for each statement execute function "group".begin_membership();

alter table "group".membership enable row level security;
alter table "group".membership force row level security;
create policy membership_scope on "group".membership
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy membership_narrow on "group".membership as restrictive to app_narrow
    using (exists (select from "group".member m where m.id = member_id));

-- What refers to a member in their group follows when the group changes.
alter table "group".member add constraint member_in_group unique (id, group_id);

create view "group".v_membership with (security_invoker = true) as
    select s.member_id, s.point_id, s.group_id, s.from_on, s.to_on, m.person_id, m.household_id, m.ordinal, m.monthly_saving
      from "group".membership s
      join "group".member m on m.id = s.member_id;
comment on view "group".v_membership is 'Members of groups by date.';

grant select, insert on "group".membership to dongvon_app;
grant update (group_id, to_on) on "group".membership to dongvon_app;
grant update (group_id, ordinal) on "group".member to dongvon_app;
grant select on "group".v_membership to dongvon_app;
