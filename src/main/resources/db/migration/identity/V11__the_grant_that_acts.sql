-- One person acts under one grant at a time, whatever browser they sit at.
alter table identity.account add column acting_grant bigint references identity.role_grant;
comment on column identity.account.acting_grant is
    'The grant that the person chose last at the pages; when it is not in force, the oldest that is acts.';
grant update (acting_grant) on identity.account to dongvon_app;
