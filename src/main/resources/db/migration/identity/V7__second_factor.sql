create table identity.second_factor (
    account_id    bigint      primary key references identity.account,
    secret        bytea       not null,
    added_at      timestamptz not null default clock_timestamp(),
    last_step     bigint      not null,
    failures      smallint    not null default 0,
    failing_since timestamptz,

    constraint second_factor_secret_sealed     check (octet_length(secret) > 28),
    constraint second_factor_failures_counted  check (failures >= 0 and (failures = 0) = (failing_since is null))
);
comment on table identity.second_factor is 'The app that shows one code each thirty seconds (RFC 6238).';
comment on column identity.second_factor.secret is 'AES-256-GCM under a key outside the database, the nonce first, bound to the account.';
comment on column identity.second_factor.last_step is 'The newest thirty seconds whose code was taken: no code is taken twice.';
comment on column identity.second_factor.failures is 'Wrong codes since failing_since; ten within fifteen minutes lock the second factor until those are over.';
grant select, delete on identity.second_factor to dongvon_app;
grant insert (account_id, secret, last_step) on identity.second_factor to dongvon_app;
grant update (last_step, failures, failing_since) on identity.second_factor to dongvon_app;

create table identity.recovery_code (
    account_id bigint      not null references identity.account,
    number     smallint    not null,
    code_hash  text        not null,
    used_at    timestamptz,

    primary key (account_id, number),
    constraint recovery_code_number_of_ten      check (number between 1 and 10),
    constraint recovery_code_hash_is_argon2id   check (code_hash like '$argon2id$%')
);
comment on table identity.recovery_code is 'Ten codes on paper for the day the telephone is lost; each opens once.';
grant select, delete on identity.recovery_code to dongvon_app;
grant insert (account_id, number, code_hash) on identity.recovery_code to dongvon_app;
grant update (used_at) on identity.recovery_code to dongvon_app;
