create view ledger.v_journal with (security_invoker = true) as
    select j.id, j.submission, j.point_id, j.office_id, j.business_date, j.value_date, j.kind, j.voucher, j.reverses
      from ledger.journal j;
comment on view ledger.v_journal is 'The journal''s headers, for the modules that read what was posted.';

create view ledger.v_entry with (security_invoker = true) as
    select e.journal_id, j.office_id, j.business_date, j.voucher, e.account, e.programme_id, e.contract_id, e.amount
      from ledger.entry e
      join ledger.journal j on j.id = e.journal_id;
comment on view ledger.v_entry is 'Entries with the voucher that they belong to; debit positive.';

grant select on ledger.v_journal, ledger.v_entry to dongvon_app;
