-- A rate that was approved after its first day (retroactive): what was posted and closed before keeps the rate of its time.
alter table programme.rate_change
    add column entered_on    date,
    add column after_journal bigint,
    add constraint rate_change_late_whole check ((entered_on is null) = (after_journal is null)),
    add constraint rate_change_late_is_late check (entered_on > valid_from);
comment on column programme.rate_change.entered_on is 'The open day on which a retroactive row was approved; empty for one known before its first day.';
comment on column programme.rate_change.after_journal is 'Journals with a lower identifier were posted before a retroactive row was known.';

-- The index of a day as it was known at the end of another one, for what was closed by then.
create function programme.in_term_index(series integer, day date, known_on date) returns bigint
    language sql stable parallel safe
    return (select index_at_from + in_term * (day - valid_from)
              from programme.rate_change
             where series_id = series and valid_from <= day and (entered_on is null or entered_on <= known_on)
             order by valid_from desc
             limit 1);
create function programme.overdue_index(series integer, day date, known_on date) returns bigint
    language sql stable parallel safe
    return (select overdue_index_at_from + overdue * (day - valid_from)
              from programme.rate_change
             where series_id = series and valid_from <= day and (entered_on is null or entered_on <= known_on)
             order by valid_from desc
             limit 1);
