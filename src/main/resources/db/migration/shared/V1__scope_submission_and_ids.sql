grant usage on schema shared to dongvon_app;

-- Which home server this is. Identifiers carry it above bit 47, so that they never collide between servers and stay
-- below 2^53, where a browser still counts exactly.
create table shared.home_server (
    number  smallint not null,
    single  boolean  not null default true primary key,

    constraint home_server_is_one        check (single),
    constraint home_server_number_fits   check (number between 0 and 63)
);
insert into shared.home_server (number) values (1);
comment on table shared.home_server is 'The number of this server among the servers of the country; one row.';
grant select on shared.home_server to dongvon_app;

create function shared.new_id(counter regclass) returns bigint
    language sql volatile parallel unsafe
    return ((select number from shared.home_server)::bigint << 47) | nextval(counter);

-- The points whose rows this transaction may see: set once per transaction, no setting means no rows.
create function shared.scope() returns int8multirange
    language sql stable parallel safe
    return coalesce(nullif(current_setting('dongvon.scope', true), ''), '{}')::int8multirange;

-- Any table that must never change calls this from its triggers.
create function shared.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23001', constraint = tg_table_name || '_append_only',
        message = format('%s.%s is append-only: a correction is another row', tg_table_schema, tg_table_name);
end $$;

create table shared.submission (
    key           uuid        primary key,
    kind          text        not null,
    point_id      bigint      not null,
    business_date date        not null,
    actor_id      bigint      not null,
    role          text        not null,
    recorded_at   timestamptz not null default transaction_timestamp(),
    content_hash  bytea       not null,
    answer        jsonb       not null,

    constraint submission_kind_named      check (kind <> ''),
    constraint submission_hash_is_sha256  check (octet_length(content_hash) = 32)
);
comment on table shared.submission is
    'One row per write: idempotency key, maker, stored answer and audit record. Never changed, never pruned.';
comment on column shared.submission.content_hash is 'SHA-256 of what was asked; the same key with other content is refused.';

create index submission_by_day on shared.submission (point_id, business_date);

alter table shared.submission enable row level security;
alter table shared.submission force row level security;
create policy submission_scope on shared.submission
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
grant select, insert on shared.submission to dongvon_app;
create trigger submission_append_only before update or delete or truncate on shared.submission
    for each statement execute function shared.refuse_change();
