grant usage on schema document to dongvon_app;

-- Shipped documents have the small numbers of the shipped file, the same on every server; others are numbered here.
create sequence document.document_id;

create table document.document (
    id         bigint  primary key default shared.new_id('document.document_id'),
    code       text    not null unique,
    number     text    not null,
    issued_on  date,
    issuer     text    not null,
    place      text    not null default '',
    kind       text    not null,
    title_vi   text    not null,
    title_en   text    not null,
    valid_from date,
    valid_to   date,
    mark       text    not null,
    source     text    not null default '',
    shipped    boolean not null default false,

    constraint document_code_plain      check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint document_number_given    check (number <> '' and number is nfc normalized),
    constraint document_titled          check (title_vi <> '' and title_en <> '' and title_vi is nfc normalized),
    constraint document_kind_known      check (kind in ('LAW', 'DECREE', 'RESOLUTION', 'DECISION', 'DIRECTIVE', 'CONCLUSION',
                                                        'CIRCULAR', 'GUIDANCE', 'PLAN', 'LETTER')),
    constraint document_issuer_known    check (issuer in ('NATIONAL_ASSEMBLY', 'GOVERNMENT', 'PRIME_MINISTER', 'STATE_BANK',
                                                          'MINISTRY_OF_FINANCE', 'BANK_BOARD', 'BANK', 'PARTY_SECRETARIAT',
                                                          'PARTY_PROVINCE', 'PEOPLES_COMMITTEE')),
    constraint document_mark_known      check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint document_period_forward  check (valid_to > valid_from)
);
comment on table document.document is
    'Legal and leadership documents: what every rate, cap and rule stands on. An empty day was not established.';
comment on column document.document.valid_to is 'The day after the last day in force.';
comment on column document.document.place is 'The province of a local issuer; empty for central ones.';
comment on column document.document.mark is
    'How sure the row is: FOUND in a source, KNOWN in the field, DERIVED by arithmetic, UNSURE.';
comment on column document.document.shipped is 'Came with the product and is refreshed by a newer build; false for rows that people entered.';

create table document.link (
    document_id bigint not null references document.document,
    kind        text   not null,
    target_id   bigint not null references document.document,

    primary key (document_id, kind, target_id),
    constraint link_kind_known  check (kind in ('IMPLEMENTS', 'REPLACES', 'AMENDS')),
    constraint link_to_another  check (target_id <> document_id)
);
comment on table document.link is 'Which document a document implements, replaces or amends.';
create index link_by_target on document.link (target_id);

grant select on document.document, document.link to dongvon_app;
