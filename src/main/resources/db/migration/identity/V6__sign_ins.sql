create sequence identity.sign_in_id;

create table identity.sign_in (
    id         bigint      primary key default shared.new_id('identity.sign_in_id'),
    token_hash bytea       not null unique,
    account_id bigint      not null references identity.account,
    way        text        not null,
    code_given boolean     not null default false,
    grant_id   bigint,
    began_at   timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp(),
    address    text        not null,
    browser    text        not null,
    ended_at   timestamptz,

    constraint sign_in_token_hash_is_sha256 check (octet_length(token_hash) = 32),
    constraint sign_in_way_known            check (way in ('PASSWORD', 'OPENID')),
    constraint sign_in_times_forward        check (seen_at >= began_at and ended_at >= began_at),
    constraint sign_in_texts_bounded        check (length(address) <= 64 and length(browser) <= 300)
);
comment on table identity.sign_in is
    'People at the pages. A request is let in while its row is neither ended nor idle nor too old; no server keeps anything of it.';
comment on column identity.sign_in.token_hash is 'SHA-256 of the 256 random bits in the browser''s cookie.';
comment on column identity.sign_in.code_given is 'Whether the second factor was shown in this sign-in.';
comment on column identity.sign_in.grant_id is
    'Under which of several roles the person acts; none is the oldest in force.';
comment on column identity.sign_in.seen_at is 'The last request, to the minute.';
create index sign_in_alive on identity.sign_in (account_id) where ended_at is null;

grant select on identity.sign_in to dongvon_app;
grant insert (token_hash, account_id, way, address, browser) on identity.sign_in to dongvon_app;
grant update (token_hash, code_given, grant_id, seen_at, ended_at) on identity.sign_in to dongvon_app;
grant usage on sequence identity.sign_in_id to dongvon_app;

-- A closed account is out at once, whoever closes it and by whatever way.
create function identity.end_sign_ins_of_closed_account() returns trigger language plpgsql as $$
begin
    update identity.sign_in set ended_at = greatest(clock_timestamp(), began_at)
     where account_id = new.id and ended_at is null;
    return null;
end $$;
create trigger account_closed_is_out after update of active on identity.account
    for each row when (old.active and not new.active) execute function identity.end_sign_ins_of_closed_account();
