-- The debt of a borrower who is no longer there goes on in the name of another person. The loan names who owes it now;
-- who owed it on an earlier day is told by the first row after that day. A loan that never passed on has no row.
create table loan.succession (
    loan_id        bigint   not null references loan.loan,
    on_day         date     not null,
    point_id       bigint   not null references organisation.point,
    journal_id     bigint   not null references ledger.journal,
    line_id        uuid     not null unique,
    line_no        smallint not null,
    from_household bigint   not null,
    from_person    bigint   not null,
    from_member    bigint   references "group".member,
    to_household   bigint   not null,
    to_person      bigint   not null,
    to_member      bigint   references "group".member,
    evidence       text     not null,
    deposit        bigint   not null,
    request_id     bigint   not null unique references shared.change_request,

    primary key (loan_id, on_day),
    constraint succession_from_household   foreign key (from_household, from_person) references household.person (household_id, id),
    constraint succession_to_household     foreign key (to_household, to_person) references household.person (household_id, id),
    constraint succession_to_another       check (from_person <> to_person),
    constraint succession_members_or_none  check ((from_member is null) = (to_member is null)),
    constraint succession_shown            check (length(evidence) between 1 and 200 and evidence is nfc normalized),
    constraint succession_deposit_moves    check (deposit >= 0 and (deposit = 0 or from_member <> to_member))
);
comment on table loan.succession is
    'Whose debt a loan was and whose it became (nhận nợ thay, thừa kế nghĩa vụ trả nợ), on the open day on which two persons decided. Append-only.';
comment on column loan.succession.on_day is 'From this business day on the loan is the successor''s: what was posted before is the predecessor''s.';
comment on column loan.succession.evidence is 'The paper that shows why: death certificate, declaration, minutes.';
comment on column loan.succession.deposit is 'Whole đồng of the predecessor''s savings that went to the successor''s account.';
create index succession_by_predecessor on loan.succession (from_person);
create trigger succession_append_only before update or delete or truncate on loan.succession
    for each statement execute function shared.refuse_change();

alter table loan.succession enable row level security;
alter table loan.succession force row level security;
create policy succession_scope on loan.succession
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy succession_narrow on loan.succession as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

create view loan.v_succession with (security_invoker = true) as
    select s.loan_id, s.on_day, s.point_id, s.from_household, s.from_person, s.to_household, s.to_person
      from loan.succession s;
comment on view loan.v_succession is 'When loans passed from one borrower to another.';

grant select, insert on loan.succession to dongvon_app;
grant select on loan.v_succession to dongvon_app;
grant update (household_id, borrower_id, group_id, member_id) on loan.loan to dongvon_app;
