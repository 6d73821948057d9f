-- One rule for the group's page and the work list: whoever was a member for the whole of the last full month, what they deposited in
-- it, and the least that the convention in force at its beginning asks of each.
create function savings.deposited_last_month(on_day date)
    returns table (member_id bigint, group_id bigint, point_id bigint, person_id bigint, since date, until date, amount bigint,
                   saving_least bigint)
    language sql stable parallel safe
begin atomic
    select m.id, m.group_id, a.point_id, m.person_id, s.since, s.until, d.amount, c.saving_least
      from (select date_trunc('month', on_day - interval '1 month')::date as since, date_trunc('month', on_day)::date as until) s
      join "group".member m on m.left_on is null and m.joined_on < s.since
     cross join lateral (
           select l.saving_least from savings.v_least l
            where l.group_id = m.group_id and l.valid_from <= s.since
            order by l.valid_from desc
            limit 1) c
      join savings.account a on a.member_id = m.id and a.closed_on is null
     cross join lateral (
           select coalesce(sum(x.amount), 0)::bigint as amount from savings.v_deposited x
            where x.account_id = a.id and x.value_date >= s.since and x.value_date < s.until) d;
end;
comment on function savings.deposited_last_month(date) is 'What members of the scope deposited in the last full month before a day, beside what they had to.';
grant execute on function savings.deposited_last_month(date) to dongvon_app;
