-- Who may borrow for a household on a day by its newest 01/UQ, while that person belongs to it, and how many adults it has. A
-- group head who submits an application sees only the people of the group; the rule must see the household. So this runs as the
-- owner, applies the scope of the transaction itself, and gives away a number and a day, no name.
create function household.who_borrows(wanted bigint, on_day date, of_age integer)
    returns table (person_id bigint, agreed_on date, adults bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with member as (
        select m.person_id,
               (case when p.born_year_only then make_date(extract(year from p.born_on)::int, 12, 31) else p.born_on end
                   + make_interval(years => of_age))::date <= on_day as adult
          from household.members_on(wanted, on_day) m
          join household.person p on p.id = m.person_id)
    select a.person_id, a.agreed_on, (select count(*) from member where adult)
      from household.household h
      left join (select n.person_id, n.agreed_on
                   from household.authorisation n
                  where n.household_id = wanted and n.agreed_on <= on_day
                  order by n.agreed_on desc
                  limit 1) a on a.person_id in (select m.person_id from member m)
     where h.id = wanted and h.point_id <@ shared.scope()
$$;
comment on function household.who_borrows(bigint, date, integer) is
    'The authorised borrower of a household of the scope on a day, if there is one, and its number of adults.';
revoke all on function household.who_borrows(bigint, date, integer) from public;
grant execute on function household.who_borrows(bigint, date, integer) to dongvon_app;
