-- How many wrong attempts lock, and for how long, are the house's to say too, within bounds.
alter table identity.setting drop constraint setting_known;
alter table identity.setting add constraint setting_known check (case name
    when 'IDLE_MINUTES'             then value between 1 and 720
    when 'SIGN_IN_HOURS'            then value between 1 and 24
    when 'ONE_TIME_PASSWORD_HOURS'  then value between 1 and 336
    when 'LOCK_FAILURES'            then value between 3 and 20
    when 'LOCK_MINUTES'             then value between 5 and 120
    when 'ADDRESS_FAILURES'         then value between 10 and 10000
    when 'TOKEN_DAYS'               then value between 1 and 366
    else false end);
comment on table identity.setting is
    'IDLE_MINUTES and SIGN_IN_HOURS end a sign-in, ONE_TIME_PASSWORD_HOURS a password that someone else chose, TOKEN_DAYS is the longest life of an access token; LOCK_FAILURES wrong passwords or codes within LOCK_MINUTES lock the account or its codes until those are over; ADDRESS_FAILURES wrong log-ins from one address within LOCK_MINUTES close the log-in to it.';
insert into identity.setting (name, from_at, value, set_by) values
    ('LOCK_FAILURES', '2003-01-01 00:00+07', 10, 0),
    ('LOCK_MINUTES',  '2003-01-01 00:00+07', 15, 0);
comment on column identity.account.failures is
    'Wrong passwords since failing_since; LOCK_FAILURES of them within LOCK_MINUTES lock the account until those are over.';
comment on column identity.second_factor.failures is
    'Wrong codes since failing_since; LOCK_FAILURES of them within LOCK_MINUTES lock the second factor until those are over.';
