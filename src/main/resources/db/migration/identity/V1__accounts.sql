grant usage on schema identity to dongvon_app;

create sequence identity.account_id;

-- No row-level security: logging in reads this table before any scope exists. What the application may read and write
-- of it is named below; it can neither delete an account nor give one another login, role or unit.
create table identity.account (
    id            bigint      primary key default shared.new_id('identity.account_id'),
    login         text        not null unique,
    password_hash text        not null,
    full_name     text        not null,
    role          text        not null,
    unit_id       bigint      not null references organisation.unit,
    active        boolean     not null default true,
    failures      smallint    not null default 0,
    failing_since timestamptz,
    created_by    bigint      not null,
    created_at    timestamptz not null default transaction_timestamp(),

    constraint account_login_plain          check (login ~ '^[a-z][a-z0-9.-]{1,31}$'),
    constraint account_password_is_argon2id check (password_hash like '$argon2id$%'),
    constraint account_name_normalised      check (full_name <> '' and full_name is nfc normalized),
    constraint account_role_known           check (role in ('LEADER', 'TELLER', 'CONTROLLER', 'DIRECTOR', 'AUDITOR')),
    constraint account_failures_counted     check (failures >= 0 and (failures = 0) = (failing_since is null))
);
comment on table identity.account is 'People who log in: what they do (role) and where (the unit whose points are their scope).';
comment on column identity.account.unit_id is 'A transaction office, or for auditors also a province or the country.';
comment on column identity.account.failures is 'Wrong passwords since failing_since; ten within fifteen minutes lock the account until those are over.';
create index account_by_unit on identity.account (unit_id);

grant select on identity.account to dongvon_app;
grant insert (login, password_hash, full_name, role, unit_id, created_by) on identity.account to dongvon_app;
grant update (password_hash, active, failures, failing_since) on identity.account to dongvon_app;
grant usage on sequence identity.account_id to dongvon_app;
