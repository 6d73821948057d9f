-- What group heads had taken for a session and nobody had counted when it was closed: kept with the close, and under the seal.
create table session.provisional_left (
    session_id bigint   not null references session.session,
    group_id   bigint   not null references "group".credit_group,
    point_id   bigint   not null references organisation.point,
    lines      integer  not null,
    handed_in  integer  not null,
    interest   bigint   not null,
    saving     bigint   not null,

    primary key (session_id, group_id),
    constraint provisional_left_is_money check (lines > 0 and handed_in between 0 and lines
                                            and interest >= 0 and saving >= 0 and interest + saving > 0)
);
comment on table session.provisional_left is
    'Money that group heads still held for a session when it was closed: uncounted lines of each group. Append-only.';
comment on column session.provisional_left.handed_in is 'Of these, lines that stood on a list she had handed in.';

create trigger provisional_left_append_only before update or delete or truncate on session.provisional_left
    for each statement execute function shared.refuse_change();

alter table session.provisional_left enable row level security;
alter table session.provisional_left force row level security;
create policy provisional_left_scope on session.provisional_left
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy provisional_left_narrow on session.provisional_left as restrictive to app_narrow
    using (false);
grant select, insert on session.provisional_left to dongvon_app;
