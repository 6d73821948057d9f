grant usage on schema database to dongvon_app;

create table database.migrated (
    fingerprint text    not null,
    single      boolean not null default true primary key,

    constraint migrated_is_one check (single)
);
comment on table database.migrated is
    'The migration files that this database was last brought to, with their checksums; one row.';
grant select on database.migrated to dongvon_app;
