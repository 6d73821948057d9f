create table session.line_remark (
    line_id    uuid     primary key,
    journal_id bigint   not null references ledger.journal,
    line_no    smallint not null,
    point_id   bigint   not null references organisation.point,
    note       text     not null,
    paid_by    text,
    relation   text,
    salt       uuid     not null default gen_random_uuid(),

    constraint line_remark_says_something       check (note <> '' or paid_by is not null),
    constraint line_remark_payer_has_relation   check ((paid_by is null) = (relation is null)),
    constraint line_remark_payer_is_named       check (paid_by <> '' and relation <> ''),
    constraint line_remark_short                check (length(note) <= 200 and length(paid_by) <= 100 and length(relation) <= 50),
    constraint line_remark_has_no_number        check (concat_ws(' ', note, paid_by, relation) !~ '[0-9]{9}')
);
comment on table session.line_remark is
    'What the teller wrote beside a posted line, and who paid in the borrower''s stead. No row where nothing was said. Append-only.';
comment on column session.line_remark.paid_by is 'Name of whoever brought the money for the borrower; none when it was the borrower.';
comment on column session.line_remark.relation is 'To the borrower.';
comment on column session.line_remark.salt is 'Blinds the remark in the sealed book: docs/domain/seals.md.';
create index line_remark_by_journal on session.line_remark (journal_id);

create trigger line_remark_append_only before update or delete or truncate on session.line_remark
    for each statement execute function shared.refuse_change();

alter table session.line_remark enable row level security;
alter table session.line_remark force row level security;
create policy line_remark_scope on session.line_remark
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy line_remark_narrow on session.line_remark as restrictive to app_narrow
    using (false);

grant select, insert on session.line_remark to dongvon_app;
