alter table identity.account
    add column password_one_time   boolean     not null default false,
    add column password_changed_at timestamptz not null default transaction_timestamp(),
    add column demonstration       boolean     not null default false;
comment on column identity.account.password_one_time is
    'Somebody else chose the password: it opens nothing but the page on which the person chooses another.';
comment on column identity.account.demonstration is
    'Its password is printed on the log-in page: it logs in to a demonstration server only, and without a second factor.';
grant insert (password_one_time, demonstration) on identity.account to dongvon_app;
grant update (password_one_time, password_changed_at) on identity.account to dongvon_app;

alter table identity.person
    add column number_hash bytea,
    add constraint person_number_hash_is_hmac check (octet_length(number_hash) = 32),
    add constraint person_number_unique unique (number_hash);
comment on column identity.person.number_hash is
    'HMAC-SHA-256 of the identity number under a key outside the database: finds the same person again and tells nothing else.';
grant insert (number_hash) on identity.person to dongvon_app;
