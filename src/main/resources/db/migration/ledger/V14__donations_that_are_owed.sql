-- Gifts are owed until they are capital of a contract.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('DONATIONS', 'LIABILITY', 'Tiền ủng hộ chờ phân bổ', 'Donations not yet allocated', true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', true, a.name_vi, a.name_en, false, 'UNSURE' from ledger.account a where a.code = 'DONATIONS';
