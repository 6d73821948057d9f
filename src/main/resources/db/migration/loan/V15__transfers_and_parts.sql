-- A loan may be paid to an account, and in parts where its programme lets it. The amount of a running loan is what was paid
-- out of it so far, so that all that is counted from it stays right; the whole that was approved stands beside it.
alter table loan.loan
    add column whole   bigint,
    add column undrawn bigint not null default 0,
    add constraint loan_undrawn_of_whole check (undrawn >= 0 and (whole is null and undrawn = 0 or amount + undrawn <= whole));
comment on column loan.loan.amount is 'Whole đồng approved; once the first of several parts is paid out, what was paid out so far.';
comment on column loan.loan.whole is 'đồng approved, of a loan that is paid out in parts; empty where it was paid in one sum.';
comment on column loan.loan.undrawn is 'đồng approved and not taken yet, of a loan of which a first part was paid out: kept free on its allotment.';
create index loan_undrawn on loan.loan (allotment_id) where undrawn > 0;
create index loan_promised on loan.loan (allotment_id) where stage = 'APPROVED';
grant update (amount, whole, undrawn) on loan.loan to dongvon_app;
-- A later part adds to the instalments that are still to come.
grant update (amount) on loan.instalment to dongvon_app;

create sequence loan.transfer_id;
create table loan.transfer (
    id         bigint primary key default shared.new_id('loan.transfer_id'),
    loan_id    bigint not null references loan.loan,
    point_id   bigint not null references organisation.point,
    change_id  bigint not null unique,
    submission uuid   not null unique references shared.submission deferrable initially deferred,
    paid_on    date   not null,
    amount     bigint not null,
    payee      text   not null,
    holder     text   not null,
    account    text   not null,
    bank       text   not null,
    document   text   not null,

    constraint transfer_amount_positive check (amount > 0),
    constraint transfer_payee_known     check (payee in ('BORROWER', 'SELLER')),
    constraint transfer_holder_written  check (length(holder) between 2 and 120 and holder is nfc normalized),
    constraint transfer_account_plain   check (account ~ '^[0-9A-Z]{4,30}$'),
    constraint transfer_bank_written    check (length(bank) between 2 and 120 and bank is nfc normalized),
    constraint transfer_document        check (length(document) <= 200 and document is nfc normalized and (payee = 'BORROWER' or document <> ''))
);
comment on table loan.transfer is 'Payments of loans to an account (GNCK), whole or in part; the journal is that of its submission. Append-only.';
comment on column loan.transfer.change_id is 'The request that was approved: who asked for the payment, who released it.';
comment on column loan.transfer.payee is 'Whose account: the BORROWER''s, or that of the SELLER of what the loan is for.';
comment on column loan.transfer.document is 'The invoice or contract that it pays.';
create index transfer_by_loan on loan.transfer (loan_id, id);
create trigger transfer_append_only before update or delete or truncate on loan.transfer
    for each statement execute function shared.refuse_change();

create table loan.undrawn_end (
    loan_id    bigint primary key references loan.loan,
    point_id   bigint not null references organisation.point,
    amount     bigint not null,
    reason     text   not null,
    ended_on   date   not null,
    submission uuid   not null unique references shared.submission deferrable initially deferred,

    constraint undrawn_end_amount_positive check (amount > 0),
    constraint undrawn_end_reason          check (length(reason) between 5 and 300 and reason is nfc normalized)
);
comment on table loan.undrawn_end is 'What of a loan paid out in parts was given up, and why. Append-only.';
create trigger undrawn_end_append_only before update or delete or truncate on loan.undrawn_end
    for each statement execute function shared.refuse_change();

alter table loan.transfer enable row level security;
alter table loan.transfer force row level security;
create policy transfer_scope on loan.transfer
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy transfer_narrow on loan.transfer as restrictive to app_narrow using (false);

alter table loan.undrawn_end enable row level security;
alter table loan.undrawn_end force row level security;
create policy undrawn_end_scope on loan.undrawn_end
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy undrawn_end_narrow on loan.undrawn_end as restrictive to app_narrow using (false);

grant select, insert on loan.transfer, loan.undrawn_end to dongvon_app;
grant usage on sequence loan.transfer_id to dongvon_app;

-- Who releases a payment to an account, of any amount: what was decided is decided. A default, to be confirmed.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.transfer', 'CONTROLLER', '2002-10-04', null, 'UNSURE');
