-- Until now every figure came with the product, and is loaded again by the start that follows this migration.
drop table report.published_figure;

create sequence report.published_figure_id;

-- Places are named by code or by name, not by reference: a figure may be known of a place that keeps no books here.
create table report.published_figure (
    id           bigint  primary key default shared.new_id('report.published_figure_id'),
    unit_code    text    not null,
    on_date      date    not null,
    base_date    date,
    indicator    text    not null,
    programme    text    not null default '',
    association  text    not null default '',
    source       text    not null default '',
    version      integer not null default 1,
    value        numeric not null,
    low          numeric not null,
    high         numeric not null,
    bound        text    not null default 'EXACT',
    implied      boolean not null default false,
    date_assumed boolean not null default false,
    as_printed   text    not null,
    document     text    not null,
    mark         text    not null default 'FOUND',
    note_vi      text    not null default '',
    note_en      text    not null default '',
    loaded_by    uuid,
    shipped      boolean not null default false,

    constraint published_figure_unit_named       check (unit_code <> '' and length(unit_code) <= 200
                                                        and unit_code is nfc normalized),
    constraint published_figure_base_earlier     check (base_date < on_date),
    constraint published_figure_indicator_plain  check (indicator ~ '^[a-z][a-z_]*([.][a-z_]+)*$'),
    constraint published_figure_source_known     check (upper(source) in ('', 'CENTRAL', 'LOCAL', 'MOBILISED', 'PROVINCE',
                                                                          'DISTRICT', 'COMMUNE')),
    constraint published_figure_version_counted  check (version >= 1),
    constraint published_figure_interval_around  check (low <= value and value <= high),
    constraint published_figure_bound_known      check (bound in ('EXACT', 'AT_LEAST')),
    constraint published_figure_printed_somehow  check (as_printed <> '' and as_printed is nfc normalized),
    constraint published_figure_document_named   check (document <> '' and document is nfc normalized),
    constraint published_figure_mark_known       check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table report.published_figure is
    'Figures that were published, as they were printed: shown beside the books, never mixed with them, and used where the books do not reach.';
comment on column report.published_figure.unit_code is 'Code of a unit, or the name of a place that is known from publications alone, as written.';
comment on column report.published_figure.base_date is 'The day since when, for a claimed change, growth or flow.';
comment on column report.published_figure.programme is 'Code of the programme, empty for all.';
comment on column report.published_figure.association is 'Code of the association, empty for all.';
comment on column report.published_figure.source is 'Source of capital as written, empty for all.';
comment on column report.published_figure.version is 'Another document printed another value later: the highest version counts.';
comment on column report.published_figure.value is 'Whole đồng, a count, percent, or times: as the indicator is measured.';
comment on column report.published_figure.low is 'Smallest value that rounds to what was printed; the value itself when nothing was rounded.';
comment on column report.published_figure.bound is 'EXACT, or AT_LEAST for a figure printed as "more than".';
comment on column report.published_figure.implied is 'Not printed itself, but follows from what was printed.';
comment on column report.published_figure.date_assumed is 'The source names no day: this one is assumed.';
comment on column report.published_figure.loaded_by is 'Key of the submission that loaded it; none for what came with the product.';
comment on column report.published_figure.shipped is 'Came with the product and is refreshed by a newer build; false for rows that people loaded.';

create unique index published_figure_key on report.published_figure
    (unit_code, on_date, indicator, programme, association, upper(source), base_date, shipped, version) nulls not distinct;

create index published_figure_shipped on report.published_figure (unit_code, on_date, indicator) where shipped;

-- What a person loaded stays as it was loaded; only a newer build refreshes what came with the product.
create trigger published_figure_append_only before update or delete on report.published_figure
    for each row when (not old.shipped) execute function shared.refuse_change();
create trigger published_figure_never_emptied before truncate on report.published_figure
    for each statement execute function shared.refuse_change();

create view report.v_published_figure with (security_invoker = true) as
    select distinct on (unit_code, on_date, indicator, programme, association, upper(source), base_date)
           id, unit_code, on_date, base_date, indicator, programme, association, source, version, value, low, high, bound,
           implied, date_assumed, as_printed, document, mark, note_vi, note_en, shipped
      from report.published_figure
     order by unit_code, on_date, indicator, programme, association, upper(source), base_date, shipped, version desc;
comment on view report.v_published_figure is
    'Of each figure the one that counts: loaded by people before shipped, and of those the highest version.';

grant select on report.published_figure, report.v_published_figure to dongvon_app;
-- What came with the product is not for the program to write.
grant insert (id, unit_code, on_date, base_date, indicator, programme, association, source, version, value, low, high, bound, implied,
              date_assumed, as_printed, document, note_vi, note_en, loaded_by) on report.published_figure to dongvon_app;
grant usage on sequence report.published_figure_id to dongvon_app;

-- A file between its preview and its confirmation.
create table report.figure_upload (
    key         uuid        primary key,
    point_id    bigint      not null,
    actor_id    bigint      not null,
    file_name   text        not null,
    content     bytea       not null,
    recorded_at timestamptz not null default transaction_timestamp(),

    constraint figure_upload_limited check (octet_length(content) <= 20971520)
);
comment on table report.figure_upload is
    'Files of figures that somebody looks through before loading them; gone when loaded, or with the next file after a day.';
create index figure_upload_by_actor on report.figure_upload (actor_id);

alter table report.figure_upload enable row level security;
alter table report.figure_upload force row level security;
create policy figure_upload_scope on report.figure_upload
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
grant select, insert, delete on report.figure_upload to dongvon_app;
