-- What came in by transfer is in the books by its payer's name before anybody knows what it is for.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('RECEIVED_BY_TRANSFER', 'LIABILITY', 'Tiền chuyển đến chờ xử lý', 'Received by transfer, to be assigned', true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', a.controlled, a.name_vi, a.name_en, false, 'UNSURE'
  from ledger.account a
 where a.code = 'RECEIVED_BY_TRANSFER';
