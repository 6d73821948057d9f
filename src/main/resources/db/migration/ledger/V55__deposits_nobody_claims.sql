-- Deposits of members that nobody claims are owed apart from those that members use.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('UNCLAIMED_DEPOSIT', 'LIABILITY', 'Tiền gửi chưa có người nhận', 'Unclaimed deposits', true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', true, a.name_vi, a.name_en, false, 'UNSURE' from ledger.account a where a.code = 'UNCLAIMED_DEPOSIT';
