-- A code of an app lives thirty seconds, unless the house takes that of the step before or after too, for telephones whose
-- clocks are off. A house that works already keeps what it had.
alter table identity.setting drop constraint setting_known;
alter table identity.setting add constraint setting_known check (case name
    when 'IDLE_MINUTES'             then value between 1 and 720
    when 'SIGN_IN_HOURS'            then value between 1 and 24
    when 'ONE_TIME_PASSWORD_HOURS'  then value between 1 and 336
    when 'LOCK_FAILURES'            then value between 3 and 20
    when 'LOCK_MINUTES'             then value between 5 and 120
    when 'ADDRESS_FAILURES'         then value between 10 and 10000
    when 'TOKEN_DAYS'               then value between 1 and 366
    when 'CODE_STEPS'               then value between 0 and 1
    else false end);
comment on table identity.setting is
    'IDLE_MINUTES and SIGN_IN_HOURS end a sign-in, ONE_TIME_PASSWORD_HOURS a password that someone else chose, TOKEN_DAYS is the longest life of an access token; LOCK_FAILURES wrong passwords or codes within LOCK_MINUTES lock the account or its codes until those are over; ADDRESS_FAILURES wrong log-ins from one address within LOCK_MINUTES close the log-in to it; CODE_STEPS is how many steps of thirty seconds a code may be off.';
insert into identity.setting (name, from_at, value, set_by)
select 'CODE_STEPS', '2003-01-01 00:00+07', case when exists (select from identity.account) then 1 else 0 end, 0;

-- Every role logs in with a second factor, in a house that begins; two persons may say otherwise of a role.
insert into identity.second_factor_rule (role, from_at, required, set_by)
select r.role, '2003-01-01 00:00+07', true, 0
  from identity.role_rule r
 where not exists (select from identity.account)
   and not exists (select from identity.second_factor_rule s where s.role = r.role);
