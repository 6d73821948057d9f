-- Cash that one has given and another has not taken yet is in nobody's box: it stands here until the second signature.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('CASH_ON_THE_WAY', 'ASSET', 'Tiền mặt đang giao nhận', 'Cash being handed over', true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', true, a.name_vi, a.name_en, false, 'UNSURE' from ledger.account a where a.code = 'CASH_ON_THE_WAY';
