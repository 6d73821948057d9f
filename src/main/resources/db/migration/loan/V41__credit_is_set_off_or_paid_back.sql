-- What was paid too much on a loan without principal (K below zero) is set off against another loan of the borrower, or
-- paid back to an account.
alter table loan.movement
    drop constraint movement_kind_known,
    add constraint movement_kind_known check (kind in ('DISBURSEMENT', 'REPAYMENT', 'TO_OVERDUE', 'FROM_OVERDUE', 'TO_FROZEN',
                                                       'FROM_FROZEN', 'WRITE_OFF', 'RECOVERY', 'RATE_CORRECTION', 'ROUNDING',
                                                       'REVERSAL', 'NEW_SERIES', 'CREDIT'));

insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.credit',      'CONTROLLER', '2002-10-04', null, 'UNSURE'),
    ('loan.credit-back', 'CONTROLLER', '2002-10-04', null, 'UNSURE');

create sequence loan.credit_use_id;
create table loan.credit_use (
    id            bigint primary key default shared.new_id('loan.credit_use_id'),
    loan_id       bigint not null references loan.loan,
    point_id      bigint not null references organisation.point,
    kind          text   not null,
    amount        bigint not null,
    booked_on     date   not null,
    other_loan_id bigint references loan.loan,
    holder        text   not null,
    account       text   not null,
    bank          text   not null,
    reverses      bigint unique,
    reverses_kind text,
    change_id     bigint not null unique,
    submission    uuid   not null unique references shared.submission deferrable initially deferred,

    constraint credit_use_kind_known  check (kind in ('SET_OFF', 'TRANSFER', 'BACK')),
    constraint credit_use_positive    check (amount > 0),
    constraint credit_use_other_loan  check ((kind = 'SET_OFF') = (other_loan_id is not null) and other_loan_id <> loan_id),
    constraint credit_use_payee       check (case kind when 'TRANSFER'
        then length(holder) between 2 and 120 and account ~ '^[0-9A-Z]{4,30}$' and length(bank) between 2 and 120
        else holder = '' and account = '' and bank = '' end),
    constraint credit_use_plain       check (holder is nfc normalized and bank is nfc normalized),
    constraint credit_use_as_it_was   unique (id, loan_id, point_id, amount, kind),
    constraint credit_use_takes_back  foreign key (reverses, loan_id, point_id, amount, reverses_kind)
        references loan.credit_use (id, loan_id, point_id, amount, kind),
    constraint credit_use_back_of_use check (case kind when 'BACK' then reverses is not null and reverses_kind in ('SET_OFF', 'TRANSFER')
                                                       else reverses is null and reverses_kind is null end)
);
comment on table loan.credit_use is
    'What became of money that was paid too much: set off against another loan, paid back to an account, or such a use taken back whole. Append-only.';
comment on constraint credit_use_takes_back on loan.credit_use is 'A use is taken back once, with its own amount, and what took it back never is.';
create index credit_use_by_loan on loan.credit_use (loan_id);
create index credit_use_by_other_loan on loan.credit_use (other_loan_id) where other_loan_id is not null;
create trigger credit_use_append_only before update or delete or truncate on loan.credit_use
    for each statement execute function shared.refuse_change();

alter table loan.credit_use enable row level security;
alter table loan.credit_use force row level security;
create policy credit_use_scope on loan.credit_use
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy credit_use_narrow on loan.credit_use as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

grant select, insert on loan.credit_use to dongvon_app;
grant usage on sequence loan.credit_use_id to dongvon_app;
