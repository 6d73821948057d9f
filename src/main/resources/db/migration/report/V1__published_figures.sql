grant usage on schema report to dongvon_app;

-- Places are named by code, not by reference: a figure may be known of a place that keeps no books here.
create table report.published_figure (
    unit_code    text    not null,
    on_date      date    not null,
    indicator    text    not null,
    programme    text    not null default '',
    association  text    not null default '',
    source       text    not null default '',
    value        bigint  not null,
    low          bigint,
    high         bigint,
    bound        text    not null,
    implied      boolean not null,
    date_assumed boolean not null,
    as_printed   text    not null,
    document     text    not null,
    mark         text    not null,
    note_vi      text    not null default '',
    note_en      text    not null default '',
    shipped      boolean not null default false,

    primary key (unit_code, on_date, indicator, programme, association, source),
    constraint published_figure_unit_plain       check (unit_code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint published_figure_indicator_plain  check (indicator ~ '^[A-Z][A-Z0-9_]*$'),
    constraint published_figure_bound_known      check (bound in ('EXACT', 'AT_LEAST')),
    constraint published_figure_interval_whole   check ((low is null) = (high is null) and low <= value and value <= high),
    constraint published_figure_printed_somehow  check (as_printed <> '' and as_printed is nfc normalized),
    constraint published_figure_mark_known       check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table report.published_figure is
    'Figures that were published, as they were printed: shown beside the books, and used where the books do not reach.';
comment on column report.published_figure.value is
    'Whole đồng, a count, hundredths of a percent, or a day as yyyymmdd: as the indicator is measured.';
comment on column report.published_figure.low is 'Smallest value that rounds to what was printed; none when nothing was rounded.';
comment on column report.published_figure.bound is 'EXACT, or AT_LEAST for a figure printed as "more than".';
comment on column report.published_figure.implied is 'Not printed itself, but follows from what was printed.';
comment on column report.published_figure.date_assumed is 'The source names no day: this one is assumed.';
comment on column report.published_figure.programme is 'Code of the programme, empty for all.';
comment on column report.published_figure.association is 'Code of the association, empty for all.';
comment on column report.published_figure.source is 'Code of the source of capital, empty for all.';

grant select on report.published_figure to dongvon_app;
