create table ledger.seal_key (
    number      smallint    primary key,
    public_key  bytea       not null unique,
    endorsement bytea       not null,
    recorded_at timestamptz not null default transaction_timestamp(),

    constraint seal_key_numbers_follow check (number > 0)
);
comment on table ledger.seal_key is 'Public keys that seals are signed with, Ed25519, each endorsed by the one before it. Published.';
comment on column ledger.seal_key.public_key is 'SubjectPublicKeyInfo; the private key lies in the data folder, never here.';
comment on column ledger.seal_key.endorsement is 'Signature of this key by the key before it; of the first, by itself.';

create table ledger.seal (
    office_id   bigint      not null references organisation.unit,
    from_day    date        not null,
    to_day      date        not null,
    previous    bytea       not null,
    root        bytea       not null,
    leaves      integer     not null,
    vouchers    integer     not null,
    key         smallint    not null references ledger.seal_key,
    hash        bytea       not null,
    signature   bytea       not null,
    recorded_at timestamptz not null default transaction_timestamp(),

    primary key (office_id, to_day),
    constraint seal_period_forward   check (to_day >= from_day),
    constraint seal_counts           check (leaves >= vouchers and vouchers >= 0),
    constraint seal_hashes_are_sha256 check (octet_length(previous) = 32 and octet_length(root) = 32 and octet_length(hash) = 32),
    constraint seal_signature_is_ed25519 check (octet_length(signature) = 64)
);
comment on table ledger.seal is
    'The seal of an office''s closed day, or of several closed in one go: root of the tree over all its lines, chained to the seal before and signed. Published.';
comment on column ledger.seal.previous is 'Hash of the office''s seal before; zeros for the first.';
comment on column ledger.seal.hash is 'SHA-256 of the day''s line, which is what is signed: docs/domain/seals.md.';

create table ledger.sealed_voucher (
    office_id bigint  not null,
    to_day    date    not null,
    ordinal   integer not null,
    kind      text    not null,
    name      text    not null,
    leaves    integer not null,
    hash      bytea   not null,

    primary key (office_id, to_day, ordinal),
    foreign key (office_id, to_day) references ledger.seal,
    constraint sealed_voucher_kind_known     check (kind in ('voucher', 'record')),
    constraint sealed_voucher_has_leaves     check (leaves > 0),
    constraint sealed_voucher_hash_is_sha256 check (octet_length(hash) = 32)
);
comment on table ledger.sealed_voucher is 'The vouchers and records under a seal, in the order of the tree, each with the root over its lines. Published.';

-- Each seal begins on the day after the one before, stands on it, and comes with the close: never ahead of the open day.
create function ledger.require_seal_follows() returns trigger language plpgsql as $$
declare
    before ledger.seal;
begin
    select s.* into before from ledger.seal s where s.office_id = new.office_id order by s.to_day desc limit 1;
    if found and (new.from_day <> before.to_day + 1 or new.previous <> before.hash)
       or not found and new.previous <> decode(repeat('00', 32), 'hex') then
        raise exception using errcode = '23514', constraint = 'seal_follows',
            message = format('the seal of office %s from %s does not follow the one before', new.office_id, new.from_day);
    end if;
    if new.from_day > (select d.day from organisation.business_day d where d.office_id = new.office_id) then
        raise exception using errcode = '23514', constraint = 'seal_not_ahead',
            message = format('office %s has not come to %s yet', new.office_id, new.from_day);
    end if;
    return new;
end $$;
create trigger seal_follows before insert on ledger.seal
    for each row execute function ledger.require_seal_follows();

create trigger seal_key_append_only before update or delete or truncate on ledger.seal_key
    for each statement execute function shared.refuse_change();
create trigger seal_append_only before update or delete or truncate on ledger.seal
    for each statement execute function shared.refuse_change();
create trigger sealed_voucher_append_only before update or delete or truncate on ledger.sealed_voucher
    for each statement execute function shared.refuse_change();

grant select, insert on ledger.seal_key, ledger.seal, ledger.sealed_voucher to dongvon_app;

create view ledger.v_seal with (security_invoker = true) as
    select s.office_id, s.from_day, s.to_day, s.vouchers, encode(s.hash, 'hex') as hash
      from ledger.seal s;
comment on view ledger.v_seal is 'Seals of closed days, as pages print them.';
grant select on ledger.v_seal to dongvon_app;
