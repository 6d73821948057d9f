grant usage on schema supervision to dongvon_app;

create table supervision.rating_rule (
    valid_from       date     primary key,
    w_sessions       smallint not null,
    w_overdue        smallint not null,
    w_principal      smallint not null,
    w_interest       smallint not null,
    w_savers         smallint not null,
    w_deposits       smallint not null,
    overdue_zero     smallint not null,
    least_good       smallint not null,
    least_fair       smallint not null,
    least_average    smallint not null,
    document_id      bigint   references document.document,
    mark             text     not null,
    note             text     not null,

    constraint rating_rule_weights_not_negative check (least(w_sessions, w_overdue, w_principal, w_interest, w_savers, w_deposits) >= 0),
    constraint rating_rule_weights_make_100     check (w_sessions + w_overdue + w_principal + w_interest + w_savers + w_deposits = 100),
    constraint rating_rule_classes_in_order     check (0 < least_average and least_average < least_fair and least_fair < least_good
                                                   and least_good <= 100),
    constraint rating_rule_overdue_positive     check (overdue_zero between 1 and 10000),
    constraint rating_rule_mark_known           check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint rating_rule_has_basis            check (document_id is not null or note <> '')
);
comment on table supervision.rating_rule is
    'How groups are rated, by date: weights of the six criteria, and from how many points on a class begins. A change is a new row.';
comment on column supervision.rating_rule.overdue_zero is 'Hundredths of a percent of overdue principal from which on the criterion gives no point.';
create trigger rating_rule_append_only before update or delete or truncate on supervision.rating_rule
    for each statement execute function shared.refuse_change();
insert into supervision.rating_rule values
    ('2013-03-05', 20, 20, 20, 20, 10, 10, 400, 85, 70, 50, null, 'UNSURE',
     'Ngưỡng 85/70/50 theo báo cáo BC0437; trọng số sáu tiêu chí chưa có văn bản, cần xác nhận.');
grant select, insert on supervision.rating_rule to dongvon_app;

create table supervision.rating (
    group_id   bigint   not null references "group".credit_group,
    as_of      date     not null,
    point_id   bigint   not null references organisation.point,
    rule_from  date     not null references supervision.rating_rule,
    points     integer  not null,
    class      text     not null,

    primary key (group_id, as_of),
    constraint rating_at_month_end   check (as_of = (date_trunc('month', as_of) + interval '1 month - 1 day')::date),
    constraint rating_points_to_100  check (points between 0 and 10000),
    constraint rating_class_known    check (class in ('GOOD', 'FAIR', 'AVERAGE', 'WEAK'))
);
comment on table supervision.rating is 'Monthly rating of groups (xếp loại Tổ), at the last day of a month.';
comment on column supervision.rating.points is 'Hundredths of a point.';
create index rating_by_point on supervision.rating (point_id, as_of);

create table supervision.rating_score (
    group_id  bigint   not null,
    as_of     date     not null,
    criterion text     not null,
    point_id  bigint   not null references organisation.point,
    reached   bigint   not null,
    out_of    bigint   not null,
    weight    smallint not null,
    points    integer  not null,

    primary key (group_id, as_of, criterion),
    constraint rating_score_of_rating       foreign key (group_id, as_of) references supervision.rating,
    constraint rating_score_criterion_known check (criterion in ('SESSIONS', 'OVERDUE', 'PRINCIPAL', 'INTEREST', 'SAVERS', 'DEPOSITS')),
    constraint rating_score_part_of_whole   check (reached between 0 and out_of),
    constraint rating_score_within_weight   check (points between 0 and weight * 100)
);
comment on table supervision.rating_score is 'What a rating counted by criterion: reached out of what there was, in the criterion''s unit.';
comment on column supervision.rating_score.points is 'Hundredths of a point.';

-- A rating belongs to the day that was open: after it, it is history.
create function supervision.keep_ratings() returns trigger language plpgsql as $$
begin
    if exists (select from changed c
                 join organisation.point p on p.id = c.point_id
                 join organisation.business_day d on d.office_id = p.office_id
                where d.day > c.as_of) then
        raise exception using errcode = '23001', constraint = 'rating_kept', message = 'ratings of closed days are kept as they are';
    end if;
    return null;
end $$;
create trigger rating_kept after update on supervision.rating
    referencing old table as changed for each statement execute function supervision.keep_ratings();
create trigger rating_score_kept after update on supervision.rating_score
    referencing old table as changed for each statement execute function supervision.keep_ratings();

-- Hundredths of a point that a criterion gives, HALF_UP by one exact division; docs/domain/group-rating.md.
create function supervision.points(criterion text, weight integer, reached bigint, out_of bigint, overdue_zero integer) returns integer
    language sql immutable parallel safe
    return case
        when out_of = 0 then weight * 100
        when criterion = 'OVERDUE' then
            div(200 * weight * greatest(0, out_of::numeric * overdue_zero - (out_of - reached)::numeric * 10000)
                    + out_of::numeric * overdue_zero, 2 * out_of::numeric * overdue_zero)
        else div(200 * weight * reached::numeric + out_of, 2 * out_of::numeric)
    end::integer;

-- The records that a rating counts, one row a record. What the page shows of a group and what the month's rating sums is the
-- same: nobody explains a score by other figures than those it was made of. Only what the books knew by the day counts.
create function supervision.counted(groups bigint[], as_of date)
    returns table (group_id bigint, criterion text, member_id bigint, record text, reached bigint, out_of bigint)
    language sql stable
begin atomic
    with month as (
        select date_trunc('month', as_of)::date as first, as_of as last),
    member as materialized (
        select s.member_id, s.group_id, s.point_id, s.monthly_saving
          from "group".v_membership s
         where s.group_id = any (groups) and s.from_on <= as_of and (s.to_on is null or s.to_on > as_of)),
    held as materialized (
        select s.id, s.point_id, s.held_on
          from session.v_session s, month
         where s.point_id in (select m.point_id from member m) and s.held_on between month.first and month.last),
    -- Interest is asked for at the month's last session.
    asked as materialized (
        select h.point_id, max(h.held_on) as day from held h group by h.point_id),
    loan as materialized (
        select l.id, l.code, m.member_id, m.group_id, m.point_id, l.amount, coalesce(l.interest_due_from, l.disbursed_on) as due_from
          from member m
          join loan.v_member_loan l on l.member_id = m.member_id
         where l.disbursed_on <= as_of),
    moved as materialized (
        select l.id as loan_id, v.series_id, v.part, sum(v.principal)::bigint as principal, sum(v.constant) as constant,
               sum(v.interest) filter (where v.business_date >= month.first)::bigint as interest
          from month, loan l
          join loan.v_movement v on v.loan_id = l.id
         where v.business_date <= as_of
         group by l.id, v.series_id, v.part),
    balance as materialized (
        select l.id, l.code, l.member_id, l.group_id,
               coalesce(sum(p.principal) filter (where p.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
               coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue,
               greatest(coalesce(sum(p.interest), 0), 0)::bigint as interest,
               case when a.day is null or l.due_from > a.day then 0
                    else greatest(0, floor((2 * coalesce(sum(p.constant + p.principal::numeric * coalesce(
                             case p.part when 'IN_TERM' then programme.in_term_index(p.series_id, a.day)
                                         when 'OVERDUE' then programme.overdue_index(p.series_id, a.day) end, 0))
                             filter (where p.part in ('IN_TERM', 'OVERDUE')), 0) + 36500000000) / 73000000000))::bigint end as owed,
               l.amount
          from loan l
          join moved p on p.loan_id = l.id
          left join asked a on a.point_id = l.point_id
         group by l.id, l.code, l.member_id, l.group_id, l.amount, l.due_from, a.day),
    due as (
        select b.id, sum(i.amount) filter (where i.due_on < month.first) as before,
               sum(i.amount) filter (where i.due_on >= month.first) as now
          from month, balance b
          join loan.v_instalment i on i.loan_id = b.id
         where i.due_on <= as_of
         group by b.id),
    saved as (
        select m.member_id, m.group_id, a.id as account_id, m.monthly_saving, coalesce(s.balance, 0) as balance, coalesce(s.paid, 0) as paid
          from member m
          left join savings.v_account a on a.member_id = m.member_id
          left join lateral (
               select sum(v.amount)::bigint as balance, sum(v.amount) filter (where j.business_date >= month.first)::bigint as paid
                 from month, savings.v_movement v
                 join ledger.v_journal j on j.id = v.journal_id
                where v.account_id = a.id and j.business_date <= as_of) s on true)
    select g.group_id, 'SESSIONS', null::bigint, h.id::text,
           (exists (select from session.v_sheet p where p.session_id = h.id and p.group_id = g.group_id))::int::bigint, 1::bigint
      from (select distinct m.group_id, m.point_id from member m) g
      join held h on h.point_id = g.point_id
    union all
    select b.group_id, 'OVERDUE', b.member_id, b.code, b.outstanding - b.overdue, b.outstanding
      from balance b
     where b.outstanding > 0
    union all
    select b.group_id, 'PRINCIPAL', b.member_id, b.code,
           greatest(0, least(d.now, b.amount - b.outstanding - coalesce(d.before, 0)))::bigint, d.now::bigint
      from due d
      join balance b on b.id = d.id
     where d.now > 0
    union all
    select b.group_id, 'INTEREST', b.member_id, b.code, b.interest, b.interest + b.owed
      from balance b
     where b.interest + b.owed > 0
    union all
    select s.group_id, 'SAVERS', s.member_id, s.account_id::text, (s.balance > 0)::int::bigint, 1::bigint
      from saved s
    union all
    select s.group_id, 'DEPOSITS', s.member_id, s.account_id::text, least(greatest(s.paid, 0), s.monthly_saving), s.monthly_saving
      from saved s
     where s.monthly_saving > 0;
end;

alter table supervision.rating enable row level security;
alter table supervision.rating force row level security;
create policy rating_scope on supervision.rating
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy rating_narrow on supervision.rating as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));
alter table supervision.rating_score enable row level security;
alter table supervision.rating_score force row level security;
create policy rating_score_scope on supervision.rating_score
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy rating_score_narrow on supervision.rating_score as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

create view supervision.v_rating with (security_invoker = true) as
    select r.group_id, r.as_of, r.point_id, r.points, r.class
      from supervision.rating r;
comment on view supervision.v_rating is 'Ratings of groups by month.';

grant select, insert on supervision.rating, supervision.rating_score to dongvon_app;
grant update (rule_from, points, class) on supervision.rating to dongvon_app;
grant update (reached, out_of, weight, points) on supervision.rating_score to dongvon_app;
grant execute on function supervision.counted(bigint[], date), supervision.points(text, integer, bigint, bigint, integer) to dongvon_app;
grant select on supervision.v_rating to dongvon_app;
