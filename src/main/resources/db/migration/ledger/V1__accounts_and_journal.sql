grant usage on schema ledger to dongvon_app;

create table ledger.account (
    code    text primary key,
    side    text not null,
    name_vi text not null,
    name_en text not null,

    constraint account_side_known check (side in ('ASSET', 'LIABILITY', 'CAPITAL', 'INCOME', 'EXPENSE'))
);
comment on table ledger.account is 'Chart of accounts.';
insert into ledger.account (code, side, name_vi, name_en) values
    ('CASH',            'ASSET',     'Tiền mặt tại phiên giao dịch',   'Cash at transaction sessions'),
    ('VAULT',           'ASSET',     'Tiền mặt tại kho quỹ',           'Cash in the vault'),
    ('BANK',            'ASSET',     'Tiền gửi và điều chuyển vốn',    'Balances and transfers of funds'),
    ('LOAN_IN_TERM',    'ASSET',     'Cho vay trong hạn',              'Loans in term'),
    ('LOAN_OVERDUE',    'ASSET',     'Nợ quá hạn',                     'Overdue loans'),
    ('LOAN_FROZEN',     'ASSET',     'Nợ khoanh',                      'Frozen loans'),
    ('MEMBER_DEPOSIT',  'LIABILITY', 'Tiền gửi của tổ viên',           'Members'' deposits'),
    ('POLICY_CAPITAL',  'CAPITAL',   'Vốn cho vay theo hợp đồng nguồn', 'Lending capital by contract'),
    ('INTEREST_INCOME', 'INCOME',    'Thu lãi cho vay',                'Interest collected on loans'),
    ('CASH_SURPLUS',    'INCOME',    'Thừa quỹ',                       'Cash surplus'),
    ('CASH_SHORTAGE',   'ASSET',     'Thiếu quỹ chờ xử lý',            'Cash shortage to be settled');
grant select on ledger.account to dongvon_app;

create sequence ledger.journal_id;

create table ledger.journal (
    id            bigint   primary key default shared.new_id('ledger.journal_id'),
    -- Checked at commit: the submission's row is written last, with its answer.
    submission    uuid     not null unique references shared.submission deferrable initially deferred,
    point_id      bigint   not null references organisation.point,
    office_id     bigint   not null references organisation.unit,
    business_date date     not null,
    value_date    date     not null,
    kind          text     not null,
    voucher       integer  not null,
    reverses      bigint   references ledger.journal,

    constraint journal_kind_named     check (kind <> ''),
    constraint journal_value_not_late check (value_date <= business_date),
    constraint journal_voucher_counts check (voucher > 0)
);
comment on table ledger.journal is 'One balanced document of the books: at most one a submission.';
comment on column ledger.journal.voucher is 'Serial number within the transaction point and the calendar year, without a gap.';
comment on column ledger.journal.value_date is 'The day from which the money counts for interest.';
create index journal_by_day on ledger.journal (office_id, business_date, id);
create unique index journal_voucher_once on ledger.journal (point_id, (extract(year from business_date)), voucher);
create index journal_by_reversed on ledger.journal (reverses) where reverses is not null;

create table ledger.entry (
    journal_id   bigint   not null,
    point_id     bigint   not null,
    account      text     not null,
    programme_id smallint not null default 0,
    contract_id  bigint   not null default 0,
    amount       bigint   not null,

    primary key (journal_id, account, programme_id, contract_id),
    constraint entry_amount_not_zero check (amount <> 0)
);
comment on table ledger.entry is 'Sums of a journal by account, programme and capital contract.';
comment on column ledger.entry.amount is 'Whole đồng: debit positive, credit negative.';
comment on column ledger.entry.programme_id is 'Credit programme, 0 where the account has none.';
comment on column ledger.entry.contract_id is 'Capital contract, 0 where the account has none.';

create table ledger.voucher_counter (
    point_id bigint   not null references organisation.point,
    year     smallint not null,
    last     integer  not null,

    primary key (point_id, year),
    constraint voucher_counter_counts check (last > 0)
);
comment on table ledger.voucher_counter is 'The last voucher number of each transaction point and year.';

-- A journal's entries come in one statement and sum to zero. Neither journals nor accounts are ever deleted, so one
-- look at the statement's rows is as strong as a foreign key on each row.
create function ledger.require_balance() returns trigger language plpgsql as $$
declare
    broken bigint;
begin
    select journal_id into broken from added group by journal_id having sum(amount) <> 0 or count(*) < 2 limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'entry_balances',
            message = format('journal %s does not balance', broken);
    end if;
    if exists (select from added a
                 left join ledger.journal j on j.id = a.journal_id and j.point_id = a.point_id
                 left join ledger.account c on c.code = a.account
                where j.id is null or c.code is null) then
        raise exception using errcode = '23503', constraint = 'entry_belongs',
            message = 'an entry names a journal of another point, or an account that is not in the chart';
    end if;
    return null;
end $$;
create trigger entry_balances after insert on ledger.entry
    referencing new table as added for each statement execute function ledger.require_balance();

-- A closed day stays closed, whoever writes.
create function ledger.require_open_day() returns trigger language plpgsql as $$
declare
    open_day date;
begin
    select day into open_day from organisation.business_day where office_id = new.office_id;
    if open_day is distinct from new.business_date then
        raise exception using errcode = '23514', constraint = 'journal_day_is_open',
            message = format('the open day of office %s is %s, not %s', new.office_id, open_day, new.business_date);
    end if;
    return new;
end $$;
create trigger journal_day_is_open before insert on ledger.journal
    for each row execute function ledger.require_open_day();

create trigger journal_append_only before update or delete or truncate on ledger.journal
    for each statement execute function shared.refuse_change();
create trigger entry_append_only before update or delete or truncate on ledger.entry
    for each statement execute function shared.refuse_change();

alter table ledger.journal enable row level security;
alter table ledger.journal force row level security;
create policy journal_scope on ledger.journal
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table ledger.entry enable row level security;
alter table ledger.entry force row level security;
create policy entry_scope on ledger.entry
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table ledger.voucher_counter enable row level security;
alter table ledger.voucher_counter force row level security;
create policy voucher_counter_scope on ledger.voucher_counter
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on ledger.journal, ledger.entry to dongvon_app;
grant select, insert on ledger.voucher_counter to dongvon_app;
grant update (last) on ledger.voucher_counter to dongvon_app;
grant usage on sequence ledger.journal_id to dongvon_app;

create view ledger.v_trial_balance with (security_invoker = true) as
    select j.office_id, j.business_date, e.account, e.programme_id, e.contract_id, sum(e.amount) as amount
      from ledger.entry e
      join ledger.journal j on j.id = e.journal_id
     group by j.office_id, j.business_date, e.account, e.programme_id, e.contract_id;
grant select on ledger.v_trial_balance to dongvon_app;
