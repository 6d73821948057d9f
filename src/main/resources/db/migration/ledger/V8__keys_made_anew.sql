-- A key that was lost cannot vouch for the next one. The new one vouches for itself, and for what stands here: who made it and
-- why, and the seals on which it goes on.
create table ledger.seal_renewal (
    key        smallint    primary key references ledger.seal_key,
    renewed_at timestamptz not null,
    account    bigint      not null,
    witness    bigint      not null,
    reason     text        not null,

    constraint seal_renewal_follows_a_key   check (key > 1),
    constraint seal_renewal_two_persons     check (account <> witness),
    constraint seal_renewal_reason_is_a_line check (reason <> '' and length(reason) <= 300 and reason !~ '[[:cntrl:]]')
);
comment on table ledger.seal_renewal is 'Keys that the one before could not vouch for, because it was lost: who made them, and why. Published.';
comment on column ledger.seal_renewal.account is 'The account of who had the key made, at the terminal.';
comment on column ledger.seal_renewal.witness is 'The account of the second person.';

create table ledger.seal_carried (
    key       smallint not null references ledger.seal_renewal,
    office_id bigint   not null,
    to_day    date     not null,
    hash      bytea    not null,

    primary key (key, office_id),
    foreign key (office_id, to_day) references ledger.seal,
    constraint seal_carried_hash_is_sha256 check (octet_length(hash) = 32)
);
comment on table ledger.seal_carried is 'The last seal of each office under the keys before, on which the seals of a key made anew stand. Published.';

create trigger seal_renewal_append_only before update or delete or truncate on ledger.seal_renewal
    for each statement execute function shared.refuse_change();
create trigger seal_carried_append_only before update or delete or truncate on ledger.seal_carried
    for each statement execute function shared.refuse_change();
grant select, insert on ledger.seal_renewal, ledger.seal_carried to dongvon_app;
