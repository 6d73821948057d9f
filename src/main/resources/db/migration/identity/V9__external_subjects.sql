create sequence identity.external_subject_id;

create table identity.external_subject (
    id         bigint      primary key default shared.new_id('identity.external_subject_id'),
    issuer     text        not null,
    subject    text        not null,
    account_id bigint      not null references identity.account,
    linked_at  timestamptz not null default clock_timestamp(),

    constraint external_subject_one_account unique (issuer, subject),
    constraint external_subject_named       check (issuer <> '' and length(issuer) <= 300 and subject <> '' and length(subject) <= 255)
);
comment on table identity.external_subject is
    'Who of an outside OpenID Connect provider is whose account here. Nothing else that the provider said is kept.';
create index external_subject_by_account on identity.external_subject (account_id);
grant select, delete on identity.external_subject to dongvon_app;
grant insert (issuer, subject, account_id) on identity.external_subject to dongvon_app;
grant usage on sequence identity.external_subject_id to dongvon_app;
