-- The chart of accounts as dated rows, vouchers written by hand, months that are locked and years that are carried over.
alter table ledger.account add column controlled boolean not null default true;
alter table ledger.account alter column controlled drop default;
alter table ledger.account add constraint account_controlled_is_named unique (code, controlled);
comment on column ledger.account.controlled is
    'Whether its balance is what other tables say: of loans, deposits, cash, capital. No voucher written by hand names it.';
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('BETWEEN_OFFICES',   'ASSET',     'Thanh toán vốn giữa các đơn vị',  'Accounts between offices',            true),
    ('RESULT',            'CAPITAL',   'Chênh lệch thu chi lũy kế',       'Accumulated surplus of income',       true),
    ('OTHER_RECEIVABLE',  'ASSET',     'Các khoản phải thu khác',         'Other amounts receivable',            false),
    ('OTHER_PAYABLE',     'LIABILITY', 'Các khoản phải trả khác',         'Other amounts payable',               false),
    ('OPERATING_INCOME',  'INCOME',    'Thu khác từ hoạt động',           'Other income of the office',          false),
    ('OPERATING_EXPENSE', 'EXPENSE',   'Chi phí hoạt động của đơn vị',    'Running expenses of the office',      false);
update ledger.account set controlled = false where code in ('BANK', 'CASH_SURPLUS', 'CASH_SHORTAGE');

create table ledger.account_term (
    account    text    not null,
    valid_from date    not null,
    controlled boolean not null,
    number     text,
    name_vi    text    not null,
    name_en    text    not null,
    manual     boolean not null,
    mark       text    not null,
    document   text,

    primary key (account, valid_from),
    foreign key (account, controlled) references ledger.account (code, controlled),
    constraint account_term_controlled_takes_no_lines check (not (controlled and manual)),
    constraint account_term_names_written check (length(name_vi) between 3 and 80 and length(name_en) between 3 and 80
                                                 and name_vi is nfc normalized and name_en is nfc normalized),
    constraint account_term_number_plain  check (number ~ '^[0-9]{1,12}$'),
    constraint account_term_mark_known    check (mark in ('FOUND', 'KNOWN', 'UNSURE')),
    constraint account_term_has_its_law   check (document is not null or mark = 'UNSURE')
);
comment on table ledger.account_term is
    'What an account is called from a day on, and whether vouchers written by hand may name it. The newest row on or before a day holds.';
comment on column ledger.account_term.number is 'Its number in the official chart; none where no source gives it.';
comment on column ledger.account_term.document is 'Code of the document of the register that says so.';
-- No published source gives the official chart; the number of members'' deposits alone is known (105).
insert into ledger.account_term (account, valid_from, controlled, number, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', a.controlled, case a.code when 'MEMBER_DEPOSIT' then '105' end, a.name_vi, a.name_en, not a.controlled, 'UNSURE'
  from ledger.account a;
create trigger account_term_append_only before update or delete or truncate on ledger.account_term
    for each statement execute function shared.refuse_change();
grant insert on ledger.account to dongvon_app;
grant select, insert on ledger.account_term to dongvon_app;

-- Each day of the books a voucher counts on: its own day, but what is written by hand or carried over counts on its value date.
create index journal_by_hand on ledger.journal (office_id, value_date)
    where kind in ('MANUAL', 'MANUAL_BACK', 'CARRY_OVER', 'CARRY_OVER_BACK');
create view ledger.v_accounted with (security_invoker = true) as
    select j.id, j.point_id, j.office_id, j.kind, j.business_date as day
      from ledger.journal j
     where j.kind not in ('MANUAL', 'MANUAL_BACK', 'CARRY_OVER', 'CARRY_OVER_BACK')
     union all
    select j.id, j.point_id, j.office_id, j.kind, j.value_date
      from ledger.journal j
     where j.kind in ('MANUAL', 'MANUAL_BACK', 'CARRY_OVER', 'CARRY_OVER_BACK');
comment on view ledger.v_accounted is 'The day of the books on which each journal counts.';
grant select on ledger.v_accounted to dongvon_app;

create table ledger.manual_voucher (
    journal_id bigint not null primary key references ledger.journal,
    point_id   bigint not null references organisation.point,
    source     text   not null,
    wording    text   not null,
    reverses   bigint unique references ledger.manual_voucher,

    constraint manual_voucher_source_written  check (length(source) between 1 and 80 and source is nfc normalized),
    constraint manual_voucher_wording_written check (length(wording) between 5 and 300 and wording is nfc normalized)
);
comment on table ledger.manual_voucher is 'Vouchers written by hand, each decided by a second person, and the vouchers that take them back: each at most once.';
comment on column ledger.manual_voucher.source is 'Number and kind of the paper that it rests on.';

create table ledger.manual_line (
    journal_id bigint   not null references ledger.manual_voucher,
    line_no    smallint not null,
    point_id   bigint   not null references organisation.point,
    account    text     not null references ledger.account,
    amount     bigint   not null,
    wording    text     not null,

    primary key (journal_id, line_no),
    constraint manual_line_counts           check (line_no > 0),
    constraint manual_line_amount_not_zero  check (amount <> 0),
    constraint manual_line_wording_short    check (length(wording) <= 120 and wording is nfc normalized)
);
comment on table ledger.manual_line is 'The lines of a voucher written by hand.';
comment on column ledger.manual_line.amount is 'Whole đồng: debit positive, credit negative.';

-- The lines of a journal come in one statement, after its entries, and are these entries; each names an account that takes
-- lines by hand on the day it counts. A voucher that takes another back has its lines with the other sign.
create function ledger.require_manual_lines() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken record;
begin
    select l.journal_id into broken
      from (select a.journal_id, a.account, sum(a.amount) as amount from added a group by a.journal_id, a.account having sum(a.amount) <> 0) l
      full join (select e.journal_id, e.account, sum(e.amount) as amount
                   from ledger.entry e
                  where e.journal_id in (select a.journal_id from added a)
                  group by e.journal_id, e.account) e using (journal_id, account)
     where l.amount is distinct from e.amount
     limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'manual_lines_are_entries',
            message = format('the lines of journal %s are not its entries', broken.journal_id);
    end if;
    select a.journal_id, a.account into broken
      from added a
      join ledger.journal j on j.id = a.journal_id
      join ledger.account c on c.code = a.account
      left join lateral (select t.manual from ledger.account_term t
                          where t.account = a.account and t.valid_from <= j.value_date
                          order by t.valid_from desc limit 1) t on true
     where j.kind not in ('MANUAL', 'MANUAL_BACK') or c.controlled or j.kind = 'MANUAL' and t.manual is not true
     limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'manual_line_account_allowed',
            message = format('journal %s may not name %s by hand', broken.journal_id, broken.account);
    end if;
    return null;
end $$;
create trigger manual_lines_are_entries after insert on ledger.manual_line
    referencing new table as added for each statement execute function ledger.require_manual_lines();

create table ledger.month_lock (
    office_id  bigint   not null references organisation.unit,
    month      date     not null,
    turn       smallint not null,
    point_id   bigint   not null references organisation.point,
    locked     boolean  not null,
    decided_on date     not null,
    reason     text     not null,
    submission uuid     not null unique references shared.submission deferrable initially deferred,

    primary key (office_id, month, turn),
    constraint month_lock_of_a_month check (extract(day from month) = 1),
    constraint month_lock_turns      check (turn > 0 and locked = (turn % 2 = 1))
);
comment on table ledger.month_lock is
    'Months of an office''s books that take nothing more: each row locks one or opens it again, in turn; the newest holds. Append-only.';

create table ledger.month_total (
    office_id bigint   not null,
    month     date     not null,
    turn      smallint not null,
    account   text     not null references ledger.account,
    point_id  bigint   not null references organisation.point,
    debit     bigint   not null,
    credit    bigint   not null,

    primary key (office_id, month, turn, account),
    foreign key (office_id, month, turn) references ledger.month_lock,
    constraint month_total_not_negative check (debit >= 0 and credit >= 0)
);
comment on table ledger.month_total is 'What each account was debited and credited in a month, written when it was locked; in đồng.';

create table ledger.carry_over (
    office_id  bigint   not null references organisation.unit,
    year       smallint not null,
    turn       smallint not null,
    journal_id bigint   not null unique references ledger.journal,
    point_id   bigint   not null references organisation.point,
    carried    boolean  not null,
    result     bigint   not null,

    primary key (office_id, year, turn),
    constraint carry_over_of_a_year check (year between 2002 and 2200),
    constraint carry_over_turns     check (turn > 0 and carried = (turn % 2 = 1))
);
comment on table ledger.carry_over is
    'Income and expense of a year of an office carried over into its result, or that taken back, in turn; the newest holds. Append-only.';
comment on column ledger.carry_over.result is 'Income less expense, in đồng.';

-- The last month and the last year of an office that are shut. As the owner: whoever posts may not see the office.
create function ledger.locked_through(office bigint) returns date
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select (max(l.month) + interval '1 month - 1 day')::date
      from ledger.month_lock l
     where l.office_id = office and l.locked
       and not exists (select from ledger.month_lock o where o.office_id = l.office_id and o.month = l.month and o.turn > l.turn);
end;
create function ledger.carried_through(office bigint) returns date
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select make_date(max(c.year)::integer, 12, 31)
      from ledger.carry_over c
     where c.office_id = office and c.carried
       and not exists (select from ledger.carry_over o where o.office_id = c.office_id and o.year = c.year and o.turn > c.turn);
end;
revoke execute on function ledger.locked_through(bigint), ledger.carried_through(bigint) from public;
grant execute on function ledger.locked_through(bigint), ledger.carried_through(bigint) to dongvon_app;

-- A locked month takes no voucher, whoever writes; a year that was carried over takes only that being taken back.
create function ledger.require_open_month() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    counts date := case when new.kind in ('MANUAL', 'MANUAL_BACK', 'CARRY_OVER', 'CARRY_OVER_BACK') then new.value_date else new.business_date end;
begin
    if counts <= ledger.locked_through(new.office_id) then
        raise exception using errcode = '23514', constraint = 'journal_month_is_open',
            message = format('office %s has locked the month of %s', new.office_id, counts);
    end if;
    if new.kind not in ('CARRY_OVER', 'CARRY_OVER_BACK') and counts <= ledger.carried_through(new.office_id) then
        raise exception using errcode = '23514', constraint = 'journal_year_is_open',
            message = format('office %s has carried over the year of %s', new.office_id, counts);
    end if;
    return new;
end $$;
create trigger journal_month_is_open before insert on ledger.journal
    for each row execute function ledger.require_open_month();

-- Months are locked one after the other, when their days are closed, and opened from the last one back.
create function ledger.require_month_follows() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before smallint := coalesce((select max(l.turn) from ledger.month_lock l where l.office_id = new.office_id and l.month = new.month), 0);
    through date := ledger.locked_through(new.office_id);
begin
    if new.turn <> before + 1
       or new.locked and through >= new.month
       or new.locked and through < new.month - 1
       or new.locked and through is null and exists (select from ledger.v_accounted a where a.office_id = new.office_id and a.day < new.month)
       or not new.locked and through is distinct from (new.month + interval '1 month - 1 day')::date
       or (select d.day from organisation.business_day d where d.office_id = new.office_id) < new.month + interval '1 month' then
        raise exception using errcode = '23514', constraint = 'month_lock_follows',
            message = format('the month %s of office %s does not follow %s', new.month, new.office_id, through);
    end if;
    return new;
end $$;
create trigger month_lock_follows before insert on ledger.month_lock
    for each row execute function ledger.require_month_follows();

-- Years are carried over in their order, each after its last day, and taken back from the last one.
create function ledger.require_year_follows() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before smallint := coalesce((select max(c.turn) from ledger.carry_over c where c.office_id = new.office_id and c.year = new.year), 0);
    through date := ledger.carried_through(new.office_id);
begin
    if new.turn <> before + 1
       or new.carried and through >= make_date(new.year, 12, 31)
       or not new.carried and through is distinct from make_date(new.year, 12, 31)
       or not exists (select from ledger.journal j
                       where j.id = new.journal_id and j.point_id = new.point_id and j.office_id = new.office_id
                         and j.value_date = make_date(new.year, 12, 31)
                         and j.kind = case when new.carried then 'CARRY_OVER' else 'CARRY_OVER_BACK' end) then
        raise exception using errcode = '23514', constraint = 'carry_over_follows',
            message = format('the year %s of office %s does not follow %s', new.year, new.office_id, through);
    end if;
    return new;
end $$;
create trigger carry_over_follows before insert on ledger.carry_over
    for each row execute function ledger.require_year_follows();

create trigger manual_voucher_append_only before update or delete or truncate on ledger.manual_voucher
    for each statement execute function shared.refuse_change();
create trigger manual_line_append_only before update or delete or truncate on ledger.manual_line
    for each statement execute function shared.refuse_change();
create trigger month_lock_append_only before update or delete or truncate on ledger.month_lock
    for each statement execute function shared.refuse_change();
create trigger month_total_append_only before update or delete or truncate on ledger.month_total
    for each statement execute function shared.refuse_change();
create trigger carry_over_append_only before update or delete or truncate on ledger.carry_over
    for each statement execute function shared.refuse_change();

alter table ledger.manual_voucher enable row level security;
alter table ledger.manual_voucher force row level security;
create policy manual_voucher_scope on ledger.manual_voucher
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy manual_voucher_narrow on ledger.manual_voucher as restrictive to app_narrow using (false);
alter table ledger.manual_line enable row level security;
alter table ledger.manual_line force row level security;
create policy manual_line_scope on ledger.manual_line
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy manual_line_narrow on ledger.manual_line as restrictive to app_narrow using (false);
alter table ledger.month_lock enable row level security;
alter table ledger.month_lock force row level security;
create policy month_lock_scope on ledger.month_lock
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy month_lock_narrow on ledger.month_lock as restrictive to app_narrow using (false);
alter table ledger.month_total enable row level security;
alter table ledger.month_total force row level security;
create policy month_total_scope on ledger.month_total
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy month_total_narrow on ledger.month_total as restrictive to app_narrow using (false);
alter table ledger.carry_over enable row level security;
alter table ledger.carry_over force row level security;
create policy carry_over_scope on ledger.carry_over
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy carry_over_narrow on ledger.carry_over as restrictive to app_narrow using (false);
grant select, insert on ledger.manual_voucher, ledger.manual_line, ledger.month_lock, ledger.month_total, ledger.carry_over to dongvon_app;

create view ledger.v_month_total with (security_invoker = true) as
    select t.office_id, t.month, t.account, t.point_id, t.debit, t.credit
      from ledger.month_total t
     where not exists (select from ledger.month_lock o where o.office_id = t.office_id and o.month = t.month and o.turn > t.turn);
comment on view ledger.v_month_total is 'What each account was debited and credited in the months that are locked.';
create view ledger.v_account with (security_invoker = true) as
    select a.code, a.side, a.controlled, t.valid_from, t.number, t.name_vi, t.name_en, t.manual, t.mark, t.document,
           lead(t.valid_from) over (partition by a.code order by t.valid_from) as valid_until
      from ledger.account a
      join ledger.account_term t on t.account = a.code;
comment on view ledger.v_account is 'The chart of accounts by day.';
grant select on ledger.v_month_total, ledger.v_account to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives the limits.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('ledger.voucher',      'DIRECTOR', '2002-10-04',    500000000, 'UNSURE'),
    ('ledger.voucher',      'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('ledger.voucher-back', 'DIRECTOR', '2002-10-04',    500000000, 'UNSURE'),
    ('ledger.voucher-back', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('ledger.transfer',     'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');

create view ledger.v_posted with (security_invoker = true) as
    select e.journal_id, e.account, e.amount from ledger.entry e;
comment on view ledger.v_posted is 'Entries as they are, for sums over many journals; debit positive.';
grant select on ledger.v_posted to dongvon_app;
