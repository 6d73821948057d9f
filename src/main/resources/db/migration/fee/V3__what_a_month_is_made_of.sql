-- What the journals of an office's month say of each group: interest by programme and yearly rate, and sums of daily balances.
-- The computation, its explanation and verify ask here, so that nobody explains an amount by other figures than it was made of.
create function fee.collected(office bigint, first date, last date)
    returns table (group_id bigint, programme_id smallint, base text, yearly bigint, interest bigint, balance_days numeric)
    language sql stable
begin atomic
    -- How a programme counts: the row of the programme before that of all.
    with rule as materialized (
        select distinct on (p.id) p.id as programme_id, r.base
          from programme.v_programme p
          join fee.rate r on r.programme in ('', p.code)
         where r.target = 'ENTRUSTMENT' and r.valid_from <= last
         order by p.id, r.programme desc, r.valid_from desc),
    moved as materialized (
        select v.programme_id, r.base, l.member_id, v.business_date, v.series_id, v.part, v.interest, v.principal
          from loan.v_movement v
          join rule r on r.programme_id = v.programme_id
          join loan.v_member_loan l on l.id = v.loan_id
         where v.office_id = office and v.business_date between first and last and r.base = 'INTEREST' and v.interest <> 0
         union all
        select v.programme_id, r.base, l.member_id, v.business_date, v.series_id, v.part, 0, v.principal
          from loan.v_movement v
          join rule r on r.programme_id = v.programme_id
          join loan.v_member_loan l on l.id = v.loan_id
         where v.office_id = office and v.business_date <= last and r.base = 'AVERAGE' and v.part = 'IN_TERM' and v.principal <> 0),
    -- The rate of a day is what the index grows by on it.
    rated as (
        select m.programme_id, m.base, m.member_id, m.business_date, m.interest, m.principal,
               case when m.base = 'AVERAGE' then 0
                    when m.part in ('IN_TERM', 'FROZEN')
                    then programme.in_term_index(m.series_id, m.business_date + 1) - programme.in_term_index(m.series_id, m.business_date)
                    else programme.overdue_index(m.series_id, m.business_date + 1) - programme.overdue_index(m.series_id, m.business_date)
               end as yearly
          from moved m),
    placed as (
        select s.group_id, d.programme_id, d.base, d.yearly, d.interest, d.principal, d.business_date
          from rated d
         cross join lateral (
               select b.group_id
                 from "group".v_membership b
                where b.member_id = d.member_id
                  and b.from_on <= case d.base when 'AVERAGE' then last else d.business_date end
                order by b.from_on desc
                limit 1) s
         where d.base = 'AVERAGE' or d.yearly > 0)
    select p.group_id, p.programme_id, p.base, p.yearly,
           case p.base when 'INTEREST' then sum(p.interest) else 0 end::bigint,
           case p.base when 'AVERAGE' then sum(p.principal::numeric * (last - greatest(p.business_date, first) + 1)) else 0 end
      from placed p
     group by p.group_id, p.programme_id, p.base, p.yearly
     union all
    select s.group_id, 0::smallint, 'AVERAGE', 0::bigint, 0::bigint,
           sum(d.amount::numeric * (last - greatest(j.business_date, first) + 1))
      from ledger.v_journal j
      join savings.v_movement d on d.journal_id = j.id
     cross join lateral (
           select b.group_id
             from "group".v_membership b
            where b.member_id = d.member_id and b.from_on <= last
            order by b.from_on desc
            limit 1) s
     where j.office_id = office and j.business_date <= last
     group by s.group_id;
end;
grant execute on function fee.collected(bigint, date, date) to dongvon_app;

-- The row of a target that holds for a programme and a rating on a day. How a programme counts is the same for both targets.
create function fee.rate_of(target text, programme smallint, rating text, day date)
    returns table (rate bigint, shared_out boolean)
    language sql stable
begin atomic
    select r.rate, r.shared_out
      from fee.rate r
     where r.target = rate_of.target
       and r.programme in ('', coalesce((select p.code from programme.v_programme p where p.id = rate_of.programme), ''))
       and r.rating in ('', coalesce(rate_of.rating, ''))
       and r.valid_from <= day
     order by r.programme desc, r.rating desc, r.valid_from desc
     limit 1;
end;
grant execute on function fee.rate_of(text, smallint, text, date) to dongvon_app;
