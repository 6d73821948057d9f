create sequence identity.access_token_id;

create table identity.access_token (
    id           bigint      primary key default shared.new_id('identity.access_token_id'),
    account_id   bigint      not null references identity.account,
    name         text        not null,
    token_hash   bytea       not null unique,
    may_write    boolean     not null,
    area         text,
    made_at      timestamptz not null default clock_timestamp(),
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,

    constraint access_token_named               check (name <> '' and length(name) <= 80),
    constraint access_token_hash_is_sha256      check (octet_length(token_hash) = 32),
    constraint access_token_area_is_a_path      check (area ~ '^[a-z][a-z0-9-]*$'),
    constraint access_token_lives_a_year_at_most check (expires_at > made_at and expires_at <= made_at + interval '367 days')
);
comment on table identity.access_token is 'Keys that programs use in a person''s name, with no more than that person''s rights of the moment.';
comment on column identity.access_token.area is 'The first word of the addresses it opens, such as reports; none is all that the person may open.';
create index access_token_by_account on identity.access_token (account_id);
grant select on identity.access_token to dongvon_app;
grant insert (account_id, name, token_hash, may_write, area, expires_at) on identity.access_token to dongvon_app;
grant update (last_used_at, revoked_at) on identity.access_token to dongvon_app;
grant usage on sequence identity.access_token_id to dongvon_app;
