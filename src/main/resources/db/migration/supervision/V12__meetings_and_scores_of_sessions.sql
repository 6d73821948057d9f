grant usage on schema supervision to dongvon_app;

-- What members of a point's groups owe by what the books knew at the end of a day, one row a loan.
create function supervision.loans_of_point(of_point bigint, as_of date)
    returns table (group_id bigint, member_id bigint, loan_id bigint, amount bigint, disbursed_on date, principal bigint, overdue bigint,
                   interest bigint)
    language sql stable
begin atomic
    with member as materialized (
        select s.member_id, s.group_id
          from "group".v_membership s
         where s.point_id = of_point and s.from_on <= as_of and (s.to_on is null or s.to_on > as_of)),
    part as (
        select m.group_id, m.member_id, l.id, l.amount, l.disbursed_on, coalesce(l.interest_due_from, l.disbursed_on) as due_from,
               v.series_id, v.part, sum(v.principal)::bigint as principal, sum(v.constant) as constant
          from member m
          join loan.v_member_loan l on l.member_id = m.member_id
          join loan.v_movement v on v.loan_id = l.id
         where v.business_date <= as_of and v.part <> 'WRITTEN_OFF'
         group by m.group_id, m.member_id, l.id, l.amount, l.disbursed_on, l.interest_due_from, v.series_id, v.part),
    -- The index of a series is asked for once, not once a loan.
    rate as materialized (
        select s.series_id, s.part,
               coalesce(case s.part when 'IN_TERM' then programme.in_term_index(s.series_id, as_of, as_of)
                                    when 'OVERDUE' then programme.overdue_index(s.series_id, as_of, as_of) end, 0) as index
          from (select distinct p.series_id, p.part from part p) s)
    select p.group_id, p.member_id, p.id, p.amount, p.disbursed_on, sum(p.principal)::bigint,
           coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint,
           case when p.due_from > as_of then 0
                else greatest(0, div(2 * sum(p.constant + p.principal::numeric * r.index) + 36500000000, 73000000000)) end::bigint
      from part p
      join rate r on r.series_id = p.series_id and r.part = p.part
     group by p.group_id, p.member_id, p.id, p.amount, p.disbursed_on, p.due_from;
end;

-- What a coordination meeting hears of, one row a loan and topic. What the minutes keep of a group sums these rows, and the page
-- that explains them shows the same rows for ever. docs/domain/after-the-session.md.
create function supervision.heard(of_point bigint, as_of date)
    returns table (group_id bigint, topic text, member_id bigint, loan_id bigint, on_day date, amount bigint)
    language sql stable
begin atomic
    with loan as materialized (
        select l.group_id, l.member_id, l.loan_id, l.amount, l.disbursed_on, l.principal, l.overdue, l.interest
          from supervision.loans_of_point(of_point, as_of) l),
    month as (
        select (date_trunc('month', as_of) + interval '1 month')::date as first, (date_trunc('month', as_of) + interval '2 months')::date as next),
    instalment as (
        select l.group_id, l.member_id, l.loan_id, i.due_on, i.amount, l.amount - l.principal as repaid,
               sum(i.amount) over (partition by i.loan_id order by i.seq) as through
          from loan l
          join loan.v_instalment i on i.loan_id = l.loan_id
         where l.principal > 0)
    select l.group_id, 'OUTSTANDING', l.member_id, l.loan_id, null::date, l.principal from loan l where l.principal > 0
    union all
    select l.group_id, 'OVERDUE', l.member_id, l.loan_id, null::date, l.overdue from loan l where l.overdue > 0
    union all
    select l.group_id, 'ARREARS', l.member_id, l.loan_id, null::date, l.interest from loan l where l.interest > 0
    union all
    select l.group_id, 'UNCHECKED', l.member_id, l.loan_id, l.disbursed_on, l.principal
      from loan l
     where l.principal > 0
       and not exists (select from supervision.use_check c
                         join supervision.use_sheet s on s.id = c.sheet_id
                        where c.loan_id = l.loan_id and s.entered_on <= as_of)
    union all
    select i.group_id, 'DUE', i.member_id, i.loan_id, i.due_on, least(i.amount, i.through - i.repaid)::bigint
      from instalment i, month
     where i.due_on >= month.first and i.due_on < month.next and i.through > i.repaid;
end;

create table supervision.meeting (
    session_id  bigint  primary key references session.session,
    point_id    bigint  not null references organisation.point,
    as_of       date    not null,
    news        text    not null default '',
    opinions    text    not null default '',
    conclusion  text    not null default '',
    written_by  bigint  not null,
    submission  uuid    not null references shared.submission deferrable initially deferred,
    signed_on   date,
    chair       text,
    signed_by   bigint,
    signature   uuid    unique references shared.submission deferrable initially deferred,

    constraint meeting_at_point      unique (session_id, point_id),
    constraint meeting_texts_plain   check (greatest(length(news), length(opinions), length(conclusion)) <= 4000
                                        and (news || opinions || conclusion) is nfc normalized),
    constraint meeting_holds_no_number check (concat_ws(' ', news, opinions, conclusion) !~ '[0-9]{9}'),
    constraint meeting_signed_whole  check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (signature is null)
                                        and (signed_on is null) = (chair is null)),
    constraint meeting_signed_says   check (signed_on is null or length(conclusion) >= 5),
    constraint meeting_signed_after  check (signed_on >= as_of)
);
comment on table supervision.meeting is
    'Minutes of the coordination meeting after a session (biên bản họp giao ban): written until they are signed, then kept as they are.';
comment on column supervision.meeting.as_of is 'The open day on which the session was counted: the figures are what the books knew at its end.';
comment on column supervision.meeting.chair is 'Name of the session''s leader, who chaired and signed.';
comment on column supervision.meeting.signature is 'The submission that signed it.';

create table supervision.meeting_seat (
    session_id  bigint  not null,
    seat        text    not null,
    point_id    bigint  not null,
    group_id    bigint  references "group".credit_group,
    association text    references organisation.association,
    presence    text    not null,
    name        text    not null default '',

    primary key (session_id, seat),
    constraint meeting_seat_of_meeting     foreign key (session_id, point_id) references supervision.meeting (session_id, point_id),
    constraint meeting_seat_named          check (seat = case when group_id is not null then 'GROUP-' || group_id
                                                              when association is not null then 'ASSOCIATION-' || association
                                                              else 'COMMUNE' end),
    constraint meeting_seat_one_of         check (group_id is null or association is null),
    constraint meeting_seat_presence_known check (presence in ('PRESENT', 'DEPUTY', 'ABSENT')),
    constraint meeting_seat_name_short     check (length(name) <= 100 and name is nfc normalized and name !~ '[0-9]{9}')
);
comment on table supervision.meeting_seat is
    'Who was at a coordination meeting: heads of groups (or their deputies), of associations, the commune. Kept when the minutes are signed.';
comment on column supervision.meeting_seat.name is 'Who sat there, where that is not the head of the group by the register.';

create table supervision.meeting_group (
    session_id    bigint   not null,
    group_id      bigint   not null references "group".credit_group,
    point_id      bigint   not null,
    handed_in     boolean  not null,
    loans         integer  not null,
    outstanding   bigint   not null,
    overdue_loans integer  not null,
    overdue       bigint   not null,
    arrears_loans integer  not null,
    arrears       bigint   not null,
    unchecked     integer  not null,
    due_loans     integer  not null,
    due           bigint   not null,
    rated_on      date,
    rating        text,

    primary key (session_id, group_id),
    constraint meeting_group_of_meeting foreign key (session_id, point_id) references supervision.meeting (session_id, point_id),
    constraint meeting_group_counts     check (least(loans, outstanding, overdue_loans, overdue, arrears_loans, arrears, unchecked, due_loans,
                                                     due) >= 0 and overdue <= outstanding),
    constraint meeting_group_rated      check ((rated_on is null) = (rating is null))
);
comment on table supervision.meeting_group is 'The figures of each group that signed minutes keep, in whole đồng. Append-only.';
comment on column supervision.meeting_group.arrears is 'Interest that could be asked for and was still owed when the session was over.';
comment on column supervision.meeting_group.due is 'Principal that falls due in the next month.';

create function supervision.keep_minutes() returns trigger language plpgsql as $$
begin
    if old.signed_on is not null then
        raise exception using errcode = '23001', constraint = 'meeting_signed_stays', message = 'signed minutes are kept as they are';
    end if;
    return new;
end $$;
create trigger meeting_signed_stays before update on supervision.meeting for each row execute function supervision.keep_minutes();

create function supervision.keep_seats() returns trigger language plpgsql as $$
begin
    if exists (select from changed c join supervision.meeting m on m.session_id = c.session_id where m.signed_on is not null) then
        raise exception using errcode = '23001', constraint = 'meeting_seats_stay', message = 'signed minutes are kept as they are';
    end if;
    return null;
end $$;
create trigger meeting_seats_stay_new after insert on supervision.meeting_seat
    referencing new table as changed for each statement execute function supervision.keep_seats();
create trigger meeting_seats_stay after update on supervision.meeting_seat
    referencing new table as changed for each statement execute function supervision.keep_seats();
create trigger meeting_group_append_only before update or delete or truncate on supervision.meeting_group
    for each statement execute function shared.refuse_change();

create table supervision.session_rule (
    valid_from    date     primary key,
    w_sheets      smallint not null,
    w_interest    smallint not null,
    w_principal   smallint not null,
    w_lines       smallint not null,
    w_cash        smallint not null,
    w_minutes     smallint not null,
    w_attendance  smallint not null,
    least_good    smallint not null,
    least_fair    smallint not null,
    least_average smallint not null,
    document_id   bigint   references document.document,
    mark          text     not null,
    note          text     not null,

    constraint session_rule_not_negative     check (least(w_sheets, w_interest, w_principal, w_lines, w_cash, w_minutes, w_attendance) >= 0),
    constraint session_rule_weights_make_100 check (w_sheets + w_interest + w_principal + w_lines + w_cash + w_minutes + w_attendance = 100),
    constraint session_rule_classes_in_order check (0 < least_average and least_average < least_fair and least_fair < least_good
                                                and least_good <= 100),
    constraint session_rule_mark_known       check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint session_rule_has_basis        check (document_id is not null or note <> '')
);
comment on table supervision.session_rule is
    'How sessions are scored, by date: the most points of each criterion, and from how many points on a class begins. A change is a new row.';
create trigger session_rule_append_only before update or delete or truncate on supervision.session_rule
    for each statement execute function shared.refuse_change();
insert into supervision.session_rule values
    ('2013-03-05', 20, 20, 15, 10, 10, 10, 15, 85, 70, 50, null, 'UNSURE',
     'Bộ tiêu chí chấm điểm điểm giao dịch xã chưa có văn bản; tiêu chí, điểm tối đa và ngưỡng là mặc định, cần xác nhận.');
grant select, insert on supervision.session_rule to dongvon_app;

create table supervision.session_score (
    session_id bigint  primary key references session.session,
    point_id   bigint  not null references organisation.point,
    held_on    date    not null,
    as_of      date    not null,
    rule_from  date    not null references supervision.session_rule,
    points     integer not null,
    class      text    not null,

    constraint session_score_after          check (as_of >= held_on),
    constraint session_score_points_to_100  check (points between 0 and 10000),
    constraint session_score_class_known    check (class in ('GOOD', 'FAIR', 'AVERAGE', 'WEAK'))
);
comment on table supervision.session_score is 'Score of a transaction session (chấm điểm phiên giao dịch xã), given at the close of the day it was counted.';
comment on column supervision.session_score.points is 'Hundredths of a point.';
create index session_score_by_day on supervision.session_score (held_on, point_id);

create table supervision.session_point (
    session_id bigint   not null references supervision.session_score,
    criterion  text     not null,
    point_id   bigint   not null references organisation.point,
    reached    bigint   not null,
    out_of     bigint   not null,
    weight     smallint not null,
    points     integer  not null,

    primary key (session_id, criterion),
    constraint session_point_criterion_known check (criterion in ('SHEETS', 'INTEREST', 'PRINCIPAL', 'LINES', 'CASH', 'MINUTES', 'ATTENDANCE')),
    constraint session_point_part_of_whole   check (reached between 0 and out_of),
    constraint session_point_within_weight   check (points between 0 and weight * 100)
);
comment on table supervision.session_point is 'What a session''s score counted by criterion: reached out of what there was, in the criterion''s unit.';
comment on column supervision.session_point.points is 'Hundredths of a point.';

-- A score belongs to the day that was open: after it, it is history.
create trigger session_score_kept after update on supervision.session_score
    referencing old table as changed for each statement execute function supervision.keep_ratings();
create function supervision.keep_session_points() returns trigger language plpgsql as $$
begin
    if exists (select from changed c
                 join supervision.session_score s on s.session_id = c.session_id
                 join organisation.point p on p.id = c.point_id
                 join organisation.business_day d on d.office_id = p.office_id
                where d.day > s.as_of) then
        raise exception using errcode = '23001', constraint = 'session_point_kept', message = 'scores of closed days are kept as they are';
    end if;
    return null;
end $$;
create trigger session_point_kept after update on supervision.session_point
    referencing old table as changed for each statement execute function supervision.keep_session_points();

-- The records that the score of a session counts, one row a record: what the page shows is what was summed. Only what the books
-- knew at the end of the day counts on which the session was counted.
create function supervision.counted_of_session(of_session bigint)
    returns table (criterion text, group_id bigint, member_id bigint, record text, reached bigint, out_of bigint)
    language sql stable
begin atomic
    with held as materialized (
        select s.id, s.point_id, s.held_on, s.counted_on as as_of
          from session.v_session s
         where s.id = of_session),
    meeting as materialized (
        select m.session_id, m.signed_on <= held.as_of as in_time
          from held
          join supervision.meeting m on m.session_id = held.id),
    grouped as materialized (
        select g.id
          from held
          join "group".v_credit_group g on g.point_id = held.point_id
         where g.formed_on <= held.held_on and (g.closed_on is null or g.closed_on > held.held_on)),
    posted as materialized (
        select p.journal_id, p.group_id, p.kind, p.lines
          from session.v_posting p
         where p.session_id = of_session),
    loan as materialized (
        select l.group_id, l.member_id, l.loan_id, l.amount, l.principal, l.interest
          from held, supervision.loans_of_point(held.point_id, held.as_of) l),
    taken as (
        select l.loan_id, sum(v.interest)::bigint as interest
          from posted p
          join loan.v_line v on v.journal_id = p.journal_id
          join loan l on l.loan_id = v.loan_id
         group by l.loan_id),
    due as (
        select i.loan_id, coalesce(sum(i.amount) filter (where i.due_on < held.held_on), 0) as before,
               sum(i.amount) filter (where i.due_on = held.held_on) as now
          from held
          join loan l on true
          join loan.v_instalment i on i.loan_id = l.loan_id
         where i.due_on <= held.held_on
         group by i.loan_id)
    select 'SHEETS', g.id, null::bigint, null::text,
           (exists (select from posted p where p.kind = 'SHEET' and p.group_id = g.id))::int::bigint, 1::bigint
      from grouped g
    union all
    select 'INTEREST', l.group_id, l.member_id, c.code, greatest(coalesce(t.interest, 0), 0),
           greatest(coalesce(t.interest, 0), 0) + l.interest
      from loan l
      join loan.v_loan_card c on c.id = l.loan_id
      left join taken t on t.loan_id = l.loan_id
     where greatest(coalesce(t.interest, 0), 0) + l.interest > 0
    union all
    select 'PRINCIPAL', l.group_id, l.member_id, c.code,
           greatest(0, least(d.now, l.amount - l.principal - d.before))::bigint, d.now::bigint
      from due d
      join loan l on l.loan_id = d.loan_id
      join loan.v_loan_card c on c.id = l.loan_id
     where d.now > 0
    union all
    select 'LINES', p.group_id, null::bigint, p.journal_id::text,
           case when p.kind = 'REVERSAL' then -p.lines else p.lines end::bigint, case when p.kind = 'REVERSAL' then 0 else p.lines end::bigint
      from posted p
     where p.kind in ('SHEET', 'COUNTER', 'WITHDRAWAL', 'DISBURSEMENT', 'FEE', 'REVERSAL')
    union all
    select 'CASH', null::bigint, null::bigint, (c.counted - c.expected)::text, (abs(c.counted - c.expected) < 500)::int::bigint, 1::bigint
      from session.v_counted c
     where c.session_id = of_session
    union all
    select 'MINUTES', null::bigint, null::bigint, null::text, (exists (select from meeting m where m.in_time))::int::bigint, 1::bigint
      from held
    union all
    select 'ATTENDANCE', g.id, null::bigint, null::text,
           (exists (select from meeting m
                      join supervision.meeting_seat s on s.session_id = m.session_id
                     where m.in_time and s.group_id = g.id and s.presence in ('PRESENT', 'DEPUTY')))::int::bigint, 1::bigint
      from grouped g;
end;

do $$
declare
    t text;
begin
    foreach t in array array['meeting', 'meeting_seat', 'meeting_group', 'session_score', 'session_point']
    loop
        execute format('alter table supervision.%I enable row level security', t);
        execute format('alter table supervision.%I force row level security', t);
        execute format('create policy %I on supervision.%I using (point_id <@ (select shared.scope())) '
                       'with check (point_id <@ (select shared.scope()))', t || '_scope', t);
        execute format('create policy %I on supervision.%I as restrictive to app_narrow using (false)', t || '_narrow', t);
    end loop;
end $$;

grant select, insert on supervision.meeting, supervision.meeting_seat, supervision.meeting_group, supervision.session_score,
    supervision.session_point to dongvon_app;
grant update (news, opinions, conclusion, written_by, submission, signed_on, chair, signed_by, signature) on supervision.meeting
    to dongvon_app;
grant update (presence, name) on supervision.meeting_seat to dongvon_app;
grant update (as_of, rule_from, points, class) on supervision.session_score to dongvon_app;
grant update (reached, out_of, weight, points) on supervision.session_point to dongvon_app;
grant execute on function supervision.loans_of_point(bigint, date), supervision.heard(bigint, date),
    supervision.counted_of_session(bigint) to dongvon_app;

create view supervision.v_session_score with (security_invoker = true) as
    select s.session_id, s.point_id, s.held_on, s.as_of, s.points, s.class
      from supervision.session_score s;
comment on view supervision.v_session_score is 'Scores of sessions, in hundredths of a point.';
create view supervision.v_meeting with (security_invoker = true) as
    select m.session_id, m.point_id, m.as_of, m.signed_on, m.chair
      from supervision.meeting m;
comment on view supervision.v_meeting is 'Coordination meetings after sessions, with the day on which the minutes were signed.';
grant select on supervision.v_session_score, supervision.v_meeting to dongvon_app;
