-- Who came to a regular meeting, by name: as many as its minutes count.
create table "group".attendance (
    meeting_id bigint not null references "group".meeting,
    member_id  bigint not null references "group".member,
    point_id   bigint not null references organisation.point,

    primary key (meeting_id, member_id)
);
comment on table "group".attendance is 'The members who came to a regular meeting of their group (10/TD). Append-only; meetings from before the register have none.';
create index attendance_by_member on "group".attendance (member_id);
create trigger attendance_append_only before update or delete or truncate on "group".attendance
    for each statement execute function shared.refuse_change();

create function "group".attendance_is_counted() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct meeting_id from added) d
                 join "group".meeting m on m.id = d.meeting_id
                where m.present <> (select count(*) from "group".attendance a where a.meeting_id = d.meeting_id)) then
        raise exception using errcode = '23514', constraint = 'attendance_is_counted',
            message = 'a meeting names as many members as it counts';
    end if;
    return null;
end $$;
create trigger attendance_is_counted after insert on "group".attendance
    referencing new table as added for each statement execute function "group".attendance_is_counted();

alter table "group".attendance enable row level security;
alter table "group".attendance force row level security;
create policy attendance_scope on "group".attendance
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy attendance_narrow on "group".attendance as restrictive to app_narrow
    using (exists (select from "group".meeting m where m.id = meeting_id));
grant select, insert on "group".attendance to dongvon_app;
