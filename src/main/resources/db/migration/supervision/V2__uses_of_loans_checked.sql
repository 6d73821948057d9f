grant usage on schema supervision to dongvon_app;

create sequence supervision.use_sheet_id;

create table supervision.use_sheet (
    id          bigint  primary key default shared.new_id('supervision.use_sheet_id'),
    point_id    bigint  not null references organisation.point,
    group_id    bigint  not null references "group".credit_group,
    association text    not null references organisation.association,
    checked_on  date    not null,
    checkers    text    not null,
    remarks     text    not null default '',
    entered_on  date    not null,
    submission  uuid    not null unique references shared.submission deferrable initially deferred,

    constraint use_sheet_not_ahead      check (checked_on <= entered_on),
    constraint use_sheet_checkers_named check (length(checkers) between 3 and 200 and checkers is nfc normalized),
    constraint use_sheet_remarks_plain  check (length(remarks) <= 500 and remarks is nfc normalized),
    constraint use_sheet_at_point       unique (id, point_id)
);
comment on table supervision.use_sheet is
    'A sheet of loan-use checks (phiếu kiểm tra sử dụng vốn vay, 06/TD): visits to borrowers of one group. Append-only.';
comment on column supervision.use_sheet.entered_on is 'The open day of the office when the sheet was entered.';
create index use_sheet_by_group on supervision.use_sheet (group_id, checked_on);
create trigger use_sheet_append_only before update or delete or truncate on supervision.use_sheet
    for each statement execute function shared.refuse_change();

create table supervision.use_check (
    sheet_id         bigint  not null,
    loan_id          bigint  not null references loan.loan,
    point_id         bigint  not null,
    checked_on       date    not null,
    disbursed        bigint  not null,
    book_outstanding bigint  not null,
    outstanding      bigint  not null,
    arrears          bigint  not null,
    overdue_arrears  bigint  not null,
    use              text    not null,
    used_right       bigint  not null,
    used_wrong       bigint  not null,
    effective        boolean not null,
    cause            text    not null default '',
    handling         text    not null,

    constraint use_check_pk             primary key (sheet_id, loan_id),
    constraint use_check_of_sheet       foreign key (sheet_id, point_id) references supervision.use_sheet (id, point_id),
    constraint use_check_amounts        check (least(outstanding, arrears, overdue_arrears, used_right, used_wrong) >= 0),
    constraint use_check_within_loan    check (used_right + used_wrong <= disbursed),
    constraint use_check_use_said       check (length(use) between 2 and 200 and use is nfc normalized),
    constraint use_check_cause_said     check ((effective and used_wrong = 0 or length(cause) >= 5) and length(cause) <= 300
                                           and cause is nfc normalized),
    constraint use_check_handling_known check (handling in ('NONE', 'CORRECT', 'RECALL')),
    constraint use_check_handling_asked check ((handling <> 'NONE') = (used_wrong > 0))
);
comment on table supervision.use_check is 'What was found at one borrower, beside what the books said (06/TD). Append-only.';
comment on column supervision.use_check.checked_on is 'The day of the visit, as on its sheet.';
comment on column supervision.use_check.book_outstanding is 'Principal outstanding by the books when the sheet was entered.';
comment on column supervision.use_check.outstanding is 'Principal outstanding as the borrower and the loan book say.';
comment on column supervision.use_check.handling is 'What is asked for where money was used wrongly: that it be put right, or that the loan be recalled.';
create index use_check_by_loan on supervision.use_check (loan_id, checked_on);
create trigger use_check_append_only before update or delete or truncate on supervision.use_check
    for each statement execute function shared.refuse_change();

alter table supervision.use_sheet enable row level security;
alter table supervision.use_sheet force row level security;
create policy use_sheet_scope on supervision.use_sheet
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy use_sheet_narrow on supervision.use_sheet as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table supervision.use_check enable row level security;
alter table supervision.use_check force row level security;
create policy use_check_scope on supervision.use_check
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy use_check_narrow on supervision.use_check as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

grant select, insert on supervision.use_sheet, supervision.use_check to dongvon_app;
grant usage on sequence supervision.use_sheet_id to dongvon_app;
