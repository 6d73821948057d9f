grant usage on schema programme to dongvon_app;

create table programme.programme (
    id                    smallint primary key,
    code                  text     not null unique,
    bank_code             text     not null default '',
    name_vi               text     not null,
    name_en               text     not null,
    state                 text     not null,
    channel               text     not null,
    term_rule             text     not null,
    term_months_max       smallint,
    instalment_months     smallint[] not null default '{}',
    principal_free_months smallint not null default 0,
    security              text     not null,
    security_above        bigint,
    mark                  text     not null,
    note_vi               text     not null default '',
    note_en               text     not null default '',
    shipped               boolean  not null default false,

    constraint programme_code_plain        check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint programme_named             check (name_vi <> '' and name_en <> '' and name_vi is nfc normalized),
    constraint programme_state_known       check (state in ('OPEN', 'CLOSED')),
    constraint programme_channel_known     check (channel in ('ENTRUSTED', 'DIRECT', 'BOTH')),
    constraint programme_term_rule_known   check (term_rule in ('MONTHS', 'AGREED', 'COURSE', 'CONTRACT', 'RESOLUTION', 'UNKNOWN')),
    constraint programme_term_when_months  check ((term_rule = 'MONTHS') = (term_months_max is not null)),
    constraint programme_term_positive     check (term_months_max > 0),
    constraint programme_free_within_term  check (principal_free_months >= 0 and principal_free_months < coalesce(term_months_max, 32767)),
    constraint programme_security_known    check (security in ('NONE', 'ABOVE', 'ALL', 'ORGANISATION', 'PARAMETER')),
    constraint programme_security_amount   check ((security in ('ABOVE', 'ALL')) = (security_above is not null) and security_above >= 0),
    constraint programme_mark_known        check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table programme.programme is 'Credit programmes, numbered as in the national list.';
comment on column programme.programme.bank_code is 'The two digits in exports of the bank''s core system; empty where not seen.';
comment on column programme.programme.channel is 'ENTRUSTED through an association and its groups, DIRECT, or BOTH.';
comment on column programme.programme.instalment_months is 'The usual months between instalments, the most usual first; empty where not established.';
comment on column programme.programme.security_above is 'đồng: a loan of more needs security; 0 when every loan does.';

create table programme.basis (
    programme_id smallint not null references programme.programme,
    document_id  bigint   not null references document.document,
    position     smallint not null,

    primary key (programme_id, document_id)
);
comment on table programme.basis is 'The legal documents of a programme, in order.';

create table programme.rate_series (
    id             integer  primary key,
    code           text     not null unique,
    programme_id   smallint not null references programme.programme,
    class          text     not null,
    contracts_from date,
    contracts_to   date,
    shipped        boolean  not null default false,

    constraint rate_series_code_plain      check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint rate_series_class_known     check (class in ('ALL', 'STANDARD', 'PRIORITY')),
    constraint rate_series_period_forward  check (contracts_to > contracts_from)
);
comment on table programme.rate_series is
    'A line of rates that loans follow: one a programme, more where a class of borrowers or a cohort of contracts differs.';
comment on column programme.rate_series.contracts_from is 'First contract day of the cohort; empty when open to the past.';
comment on column programme.rate_series.contracts_to is 'The day after the last contract day of the cohort; empty while open.';
create index rate_series_by_programme on programme.rate_series (programme_id);

create table programme.rate_change (
    series_id             integer not null references programme.rate_series,
    valid_from            date    not null,
    in_term               bigint  not null,
    overdue               bigint  not null,
    index_at_from         bigint  not null default 0,
    overdue_index_at_from bigint  not null default 0,
    applies_to            text    not null,
    document_id           bigint  references document.document,
    mark                  text    not null,
    day_mark              text    not null,
    note_vi               text    not null default '',
    note_en               text    not null default '',
    shipped               boolean not null default false,

    primary key (series_id, valid_from),
    constraint rate_change_rates_in_range      check (in_term between 0 and 100000000 and overdue between in_term and 200000000),
    constraint rate_change_index_not_negative  check (index_at_from >= 0 and overdue_index_at_from >= index_at_from),
    constraint rate_change_applies_known       check (applies_to in ('NEW', 'NEW_AND_EXISTING')),
    constraint rate_change_marks_known         check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')
                                                  and day_mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint rate_change_has_basis           check (document_id is not null or note_vi <> '')
);
comment on table programme.rate_change is
    'Dated rates of a series, 10^-8 a year (6.24 % = 6 240 000). A change of rate is a new row. Index(t) is index_at_from + rate × (t − valid_from).';
comment on column programme.rate_change.overdue is 'The rate of overdue principal; 1.30 × the in-term rate unless the law says otherwise.';
comment on column programme.rate_change.index_at_from is 'Sum of the in-term rate over the days since the series'' first row, 10^-8 × days.';
comment on column programme.rate_change.overdue_index_at_from is 'The same of the overdue rate.';
comment on column programme.rate_change.applies_to is 'NEW opens a series for new contracts; NEW_AND_EXISTING holds for all loans of the series.';
comment on column programme.rate_change.mark is 'How sure the rates are.';
comment on column programme.rate_change.day_mark is 'How sure the first day is.';

-- A series' first row may be for new contracts; a later one changes every loan of the series, so it must say so.
create function programme.require_one_cohort() returns trigger language plpgsql as $$
begin
    if exists (select from changed
                where changed.applies_to = 'NEW'
                  and exists (select from programme.rate_change earlier
                               where earlier.series_id = changed.series_id and earlier.valid_from < changed.valid_from)) then
        raise exception using errcode = '23514', constraint = 'rate_change_new_opens_series',
            message = 'a rate for new contracts only opens a series of its own';
    end if;
    return null;
end $$;
create trigger rate_change_new_opens_series_on_insert after insert on programme.rate_change
    referencing new table as changed for each statement execute function programme.require_one_cohort();
create trigger rate_change_new_opens_series_on_update after update on programme.rate_change
    referencing new table as changed for each statement execute function programme.require_one_cohort();

-- The sum of a series' daily rates before a day; null before its first row.
create function programme.in_term_index(series integer, day date) returns bigint
    language sql stable parallel safe
    return (select index_at_from + in_term * (day - valid_from)
              from programme.rate_change
             where series_id = series and valid_from <= day
             order by valid_from desc
             limit 1);
create function programme.overdue_index(series integer, day date) returns bigint
    language sql stable parallel safe
    return (select overdue_index_at_from + overdue * (day - valid_from)
              from programme.rate_change
             where series_id = series and valid_from <= day
             order by valid_from desc
             limit 1);

create table programme.cap (
    programme_id smallint not null references programme.programme,
    class        text     not null,
    basis        text     not null,
    valid        daterange not null,
    amount       bigint,
    percent      smallint,
    document_id  bigint   references document.document,
    mark         text     not null,
    note_vi      text     not null default '',
    note_en      text     not null default '',
    shipped      boolean  not null default false,

    primary key (programme_id, class, basis, valid without overlaps),
    constraint cap_basis_known        check (basis in ('HOUSEHOLD', 'BORROWER', 'MONTH', 'WORK', 'JOB', 'PROJECT', 'HECTARE', 'NEED')),
    constraint cap_amount_or_percent  check ((amount is null) <> (percent is null)),
    constraint cap_in_range           check (amount > 0 or percent between 1 and 100),
    constraint cap_mark_known         check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table programme.cap is 'The most that may be lent, by programme, class of borrower and basis, with its days.';
comment on column programme.cap.basis is 'What the amount is counted by; NEED is a percentage of the need or cost.';
comment on column programme.cap.amount is 'đồng.';

create table programme.parameter (
    code        text    not null,
    valid_from  date    not null,
    value       text    not null,
    unit        text    not null,
    document_id bigint  references document.document,
    mark        text    not null,
    note_vi     text    not null default '',
    note_en     text    not null default '',
    shipped     boolean not null default false,

    primary key (code, valid_from),
    constraint parameter_code_plain   check (code ~ '^[A-Z][A-Z0-9_]{0,62}$'),
    constraint parameter_value_given  check (value <> ''),
    constraint parameter_mark_known   check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table programme.parameter is 'Rules that are data: dated values with their law. A change is a new row.';

create table programme.reference_version (
    single       boolean not null default true primary key,
    version      bigint  not null default 1,
    shipped_hash text    not null default '',

    constraint reference_version_is_one  check (single)
);
comment on table programme.reference_version is
    'Rises with every change of programmes, rates, caps or parameters, so that a server sees a new row at once.';
comment on column programme.reference_version.shipped_hash is 'SHA-256 of the shipped files that were last loaded.';
insert into programme.reference_version default values;

create function programme.raise_version() returns trigger language plpgsql security definer
    set search_path = '' as $$
begin
    update programme.reference_version set version = version + 1;
    return null;
end $$;
create trigger programme_raises_version after insert or update or delete on programme.programme
    for each statement execute function programme.raise_version();
create trigger rate_series_raises_version after insert or update or delete on programme.rate_series
    for each statement execute function programme.raise_version();
create trigger rate_change_raises_version after insert or update or delete on programme.rate_change
    for each statement execute function programme.raise_version();
create trigger cap_raises_version after insert or update or delete on programme.cap
    for each statement execute function programme.raise_version();
create trigger parameter_raises_version after insert or update or delete on programme.parameter
    for each statement execute function programme.raise_version();

grant select on programme.programme, programme.basis, programme.rate_series, programme.rate_change, programme.cap,
    programme.parameter, programme.reference_version to dongvon_app;
