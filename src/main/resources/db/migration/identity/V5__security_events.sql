create sequence identity.event_id;

create table identity.event (
    id         bigint      primary key default shared.new_id('identity.event_id'),
    at         timestamptz not null default clock_timestamp(),
    kind       text        not null,
    account_id bigint      references identity.account,
    by_id      bigint      not null,
    address    text        not null,
    browser    text        not null,
    about      text        not null default '',

    constraint event_kind_named    check (kind ~ '^[A-Z_]+$'),
    constraint event_texts_bounded check (length(address) <= 64 and length(browser) <= 300 and length(about) <= 200)
);
comment on table identity.event is
    'What happened around logging in: who, when, from where, what. Never a password, a code or a token.';
comment on column identity.event.account_id is
    'The account it happened to; none when the login that was typed belongs to nobody, which is not kept: people type passwords there.';
comment on column identity.event.by_id is 'The account that did it; 0 is the operator at the terminal, or nobody yet.';
create index event_by_time on identity.event (at desc, id desc);
create index event_by_account on identity.event (account_id, at desc);
create index event_failures_by_address on identity.event (address, at) where kind = 'LOG_IN_FAILED';

grant select, insert on identity.event to dongvon_app;
grant usage on sequence identity.event_id to dongvon_app;
create trigger event_append_only before update or delete or truncate on identity.event
    for each statement execute function shared.refuse_change();
