create view ledger.v_journal with (security_invoker = true) as
    select j.id, j.submission, j.point_id, j.office_id, j.business_date, j.value_date, j.kind, j.voucher, j.reverses,
           format('voucher %s/%s of %s', j.voucher, extract(year from j.business_date), u.code) as label
      from ledger.journal j
      join organisation.unit u on u.id = j.point_id;
comment on view ledger.v_journal is 'The journal''s headers, for the modules that read what was posted, each with its number in words.';

create view ledger.v_entry with (security_invoker = true) as
    select e.journal_id, j.office_id, j.business_date, j.voucher, e.account, e.programme_id, e.contract_id, e.amount
      from ledger.entry e
      join ledger.journal j on j.id = e.journal_id;
comment on view ledger.v_entry is 'Entries with the voucher that they belong to; debit positive.';

grant select on ledger.v_journal, ledger.v_entry to dongvon_app;

create view ledger.v_turnover with (security_invoker = true) as
    select j.office_id, j.business_date, e.account, a.name_vi, a.name_en,
           coalesce(sum(e.amount) filter (where e.amount > 0), 0)::bigint as debit,
           coalesce(-sum(e.amount) filter (where e.amount < 0), 0)::bigint as credit
      from ledger.entry e
      join ledger.journal j on j.id = e.journal_id
      join ledger.account a on a.code = e.account
     group by j.office_id, j.business_date, e.account, a.name_vi, a.name_en;
comment on view ledger.v_turnover is 'Debit and credit of each account by office and day.';
grant select on ledger.v_turnover to dongvon_app;
