-- What a group head took in the village: her debt by name, in no account, until the teller has counted it. There is no column
-- for principal: it never goes through a group head.
create table session.provisional (
    line_id    uuid   primary key,
    point_id   bigint not null references organisation.point,
    group_id   bigint not null references "group".credit_group,
    member_id  bigint not null references "group".member,
    loan_id    bigint references loan.loan,
    session_on date   not null,
    taken_on   date   not null,
    interest   bigint not null,
    saving     bigint not null,
    note       text   not null default '',
    taker_id   bigint not null,
    taker      text   not null,

    constraint provisional_is_money          check (interest >= 0 and saving >= 0 and interest + saving > 0),
    constraint provisional_interest_of_loan  check (interest = 0 or loan_id is not null),
    constraint provisional_before_session    check (taken_on <= session_on),
    constraint provisional_taker_named       check (taker <> ''),
    constraint provisional_note_short        check (length(note) <= 200 and note !~ '[0-9]{9}')
);
comment on table session.provisional is
    'Interest and savings that a group head took before the session: owed by her, in no book, until counted. Append-only.';
comment on column session.provisional.session_on is 'The day of the session she is to bring it to.';
comment on column session.provisional.taken_on is 'The open day on which she recorded it: her debt is as old.';
comment on column session.provisional.interest is 'Whole đồng.';
comment on column session.provisional.saving is 'Whole đồng.';
comment on column session.provisional.taker is 'Her name as it was: the debt is by name.';
create index provisional_by_group on session.provisional (group_id, taken_on);

create sequence session.hand_in_id;
create table session.hand_in (
    id         bigint   primary key default shared.new_id('session.hand_in_id'),
    point_id   bigint   not null references organisation.point,
    group_id   bigint   not null references "group".credit_group,
    session_on date     not null,
    handed_on  date     not null,
    lines      smallint not null,
    interest   bigint   not null,
    saving     bigint   not null,
    taker_id   bigint   not null,
    taker      text     not null,

    constraint hand_in_of_lines  check (lines > 0 and interest >= 0 and saving >= 0 and interest + saving > 0)
);
comment on table session.hand_in is 'A list that a group head declared complete for a session, with its sums. Append-only.';
create index hand_in_by_group on session.hand_in (group_id, session_on);

create table session.hand_in_line (
    line_id    uuid   primary key references session.provisional,
    hand_in_id bigint not null references session.hand_in,
    point_id   bigint not null references organisation.point,
    group_id   bigint not null references "group".credit_group
);
comment on table session.hand_in_line is 'Which provisional lines stand on a list; she cannot take them back any more. Append-only.';
create index hand_in_line_by_list on session.hand_in_line (hand_in_id);

create table session.provisional_final (
    final_line       uuid   primary key,
    journal_id       bigint not null references ledger.journal,
    point_id         bigint not null references organisation.point,
    group_id         bigint not null references "group".credit_group,
    member_id        bigint not null references "group".member,
    loan_id          bigint references loan.loan,
    taken_interest   bigint not null,
    taken_saving     bigint not null,
    counted_interest bigint not null,
    counted_saving   bigint not null,
    reason           text   not null,

    constraint provisional_final_money       check (taken_interest >= 0 and taken_saving >= 0 and counted_interest >= 0 and counted_saving >= 0),
    constraint provisional_final_has_reason  check (reason <> '' or (taken_interest = counted_interest and taken_saving = counted_saving))
);
comment on table session.provisional_final is
    'A posted line beside what the group head had recorded for it; what is final is what was counted. Append-only.';
comment on column session.provisional_final.reason is 'The teller''s note; asked for when the count differs from the record.';
create index provisional_final_by_journal on session.provisional_final (journal_id);

create table session.provisional_end (
    line_id    uuid   primary key references session.provisional,
    point_id   bigint not null references organisation.point,
    group_id   bigint not null references "group".credit_group,
    kind       text   not null,
    ended_on   date   not null,
    final_line uuid   references session.provisional_final,
    reason     text   not null default '',
    ended_by   bigint not null,

    constraint provisional_end_known         check (kind in ('COUNTED', 'WITHDRAWN', 'RETURNED')),
    constraint provisional_end_counted_line  check ((kind = 'COUNTED') = (final_line is not null)),
    constraint provisional_end_has_reason    check (kind = 'COUNTED' or reason <> ''),
    constraint provisional_end_reason_short  check (length(reason) <= 200)
);
comment on table session.provisional_end is
    'How a provisional line ended, once: counted by the teller, withdrawn by the head before her list, found returned by the controller.';
create index provisional_end_by_final on session.provisional_end (final_line);

-- What is final is what was counted: the amounts of the books, asked once a statement.
create function session.final_is_counted() returns trigger language plpgsql as $$
begin
    if exists (select from added a
                where a.counted_interest <> coalesce((select sum(m.interest) from loan.v_line m
                                                       where m.line_id = a.final_line and m.journal_id = a.journal_id), 0)
                   or a.counted_saving <> coalesce((select sum(s.amount) from savings.v_movement s
                                                     where s.line_id = a.final_line and s.journal_id = a.journal_id), 0)) then
        raise exception using errcode = '23514', constraint = 'provisional_final_is_counted',
            message = 'a provisional line ends with what the books counted';
    end if;
    return null;
end $$;
create trigger provisional_final_is_counted after insert on session.provisional_final
    referencing new table as added for each statement execute function session.final_is_counted();

create trigger provisional_append_only before update or delete or truncate on session.provisional
    for each statement execute function shared.refuse_change();
create trigger hand_in_append_only before update or delete or truncate on session.hand_in
    for each statement execute function shared.refuse_change();
create trigger hand_in_line_append_only before update or delete or truncate on session.hand_in_line
    for each statement execute function shared.refuse_change();
create trigger provisional_final_append_only before update or delete or truncate on session.provisional_final
    for each statement execute function shared.refuse_change();
create trigger provisional_end_append_only before update or delete or truncate on session.provisional_end
    for each statement execute function shared.refuse_change();

alter table session.provisional enable row level security;
alter table session.provisional force row level security;
create policy provisional_scope on session.provisional
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy provisional_narrow on session.provisional as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table session.hand_in enable row level security;
alter table session.hand_in force row level security;
create policy hand_in_scope on session.hand_in
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy hand_in_narrow on session.hand_in as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table session.hand_in_line enable row level security;
alter table session.hand_in_line force row level security;
create policy hand_in_line_scope on session.hand_in_line
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy hand_in_line_narrow on session.hand_in_line as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table session.provisional_final enable row level security;
alter table session.provisional_final force row level security;
create policy provisional_final_scope on session.provisional_final
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy provisional_final_narrow on session.provisional_final as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table session.provisional_end enable row level security;
alter table session.provisional_end force row level security;
create policy provisional_end_scope on session.provisional_end
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy provisional_end_narrow on session.provisional_end as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

grant select, insert on session.provisional, session.hand_in, session.hand_in_line, session.provisional_final,
    session.provisional_end to dongvon_app;
grant usage on sequence session.hand_in_id to dongvon_app;

create view session.v_provisional with (security_invoker = true) as
    select p.line_id, p.point_id, p.group_id, p.member_id, p.loan_id, p.session_on, p.taken_on, p.interest, p.saving, p.note,
           p.taker_id, p.taker, h.hand_in_id
      from session.provisional p
      left join session.hand_in_line h on h.line_id = p.line_id
     where not exists (select from session.provisional_end e where e.line_id = p.line_id);
comment on view session.v_provisional is 'What group heads took and nobody has counted yet: who owes it, since when.';
grant select on session.v_provisional to dongvon_app;

-- Sessions are invisible to a group head; whether the one she collects for is over is all she is told.
create function session.is_over(at_point bigint, on_day date) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return exists (select from session.session s
                    where s.point_id = at_point and s.held_on = on_day and s.state = 'CLOSED'
                      and s.point_id <@ (select shared.scope()));
grant execute on function session.is_over(bigint, date) to dongvon_app;
