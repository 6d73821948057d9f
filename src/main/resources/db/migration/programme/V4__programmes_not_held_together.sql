create table programme.exclusion (
    programme  text not null,
    other      text not null,
    valid_from date not null,
    valid_to   date,
    document   text,
    mark       text not null,
    note_vi    text not null default '',
    note_en    text not null default '',

    constraint exclusion_pk             primary key (programme, other, valid_from),
    constraint exclusion_in_one_order   check (programme <> other),
    constraint exclusion_period_forward check (valid_to > valid_from),
    constraint exclusion_mark_known     check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint exclusion_has_basis      check (document is not null or note_vi <> '')
);
comment on table programme.exclusion is
    'Programmes that one household may not owe under at the same time, by their codes; a pair is one row and holds both ways.';
comment on column programme.exclusion.valid_to is 'The day after its last day; empty while in force.';
comment on column programme.exclusion.document is 'The code of its document in the register.';
insert into programme.exclusion (programme, other, valid_from, mark, note_vi, note_en) values
    ('HONGHEO', 'CANNGHEO',   '2013-04-16', 'FOUND', 'Tài liệu nghiệp vụ của ngân hàng', 'The bank''s training material'),
    ('HONGHEO', 'THOATNGHEO', '2015-09-05', 'FOUND', 'Tài liệu nghiệp vụ của ngân hàng', 'The bank''s training material'),
    ('HONGHEO', 'SXKDVKK',    '2007-04-18', 'FOUND', 'Tài liệu nghiệp vụ của ngân hàng', 'The bank''s training material');
grant select on programme.exclusion to dongvon_app;
