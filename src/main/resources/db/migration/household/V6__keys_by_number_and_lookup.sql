-- The keys themselves lie in a file beside the database; here is only which numbers may be used.
create table household.identity_key (
    id         smallint    primary key,
    is_current boolean     not null,
    made_at    timestamptz not null default transaction_timestamp(),

    constraint identity_key_number_positive check (id > 0)
);
comment on table household.identity_key is 'Numbers of the keys that identity numbers are encrypted under; the keys are not in the database.';
create unique index identity_key_one_current on household.identity_key (is_current) where is_current;
insert into household.identity_key (id, is_current) values (1, true);
grant select on household.identity_key to dongvon_app;

create table household.identity_key_event (
    id     bigint      generated always as identity primary key,
    key_id smallint    not null,
    event  text        not null,
    at     timestamptz not null default transaction_timestamp(),

    constraint identity_key_event_known check (event in ('MADE', 'RETIRED'))
);
comment on table household.identity_key_event is 'When keys of identity numbers were made and retired. Append-only.';
insert into household.identity_key_event (key_id, event) values (1, 'MADE');
create trigger identity_key_event_append_only before update or delete or truncate on household.identity_key_event
    for each statement execute function shared.refuse_change();
grant select on household.identity_key_event to dongvon_app;

-- A key leaves the first table when it is retired: from then on no row can come under it.
alter table household.person add column identity_key smallint not null default 1 references household.identity_key;
alter table household.person alter column identity_key drop default;
alter table household.person add column identity_hash bytea;
alter table household.person add constraint person_hash_is_sha256 check (octet_length(identity_hash) = 32);
alter table household.person add constraint person_has_hash check (identity_hash is not null) not valid;
comment on column household.person.identity_key is 'Number of the key that identity_encrypted is under.';
comment on column household.person.identity_hash is
    'HMAC-SHA-256 of the identity number under the look-up key kept outside the database; finds a person by the whole number.';
create index person_by_identity_hash on household.person (identity_hash);
create index person_without_hash on household.person (id) where identity_hash is null;
grant update (identity_hash, identity_encrypted, identity_key, identity_last4, full_name, born_on, sex) on household.person
    to dongvon_app;
