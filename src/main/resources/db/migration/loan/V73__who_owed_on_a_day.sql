create function loan.who_owed(wanted bigint, on_day date) returns bigint
    language sql stable parallel safe
begin atomic
    select coalesce(
        (select s.from_person
           from loan.succession s
          where s.loan_id = wanted and s.on_day > who_owed.on_day
          order by s.on_day
          limit 1),
        (select l.borrower_id from loan.loan l where l.id = wanted));
end;
comment on function loan.who_owed(bigint, date) is
    'Who owed a loan of the scope on a day: whom the next succession took it from, or whoever owes it now.';
grant execute on function loan.who_owed(bigint, date) to dongvon_app;
