-- Term deposits are owed; interest of deposits is an expense when it is credited.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('TERM_DEPOSIT',     'LIABILITY', 'Tiền gửi có kỳ hạn của dân cư', 'Term deposits of residents', true),
    ('DEPOSIT_INTEREST', 'EXPENSE',   'Chi trả lãi tiền gửi',          'Interest on deposits',       true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', a.controlled, a.name_vi, a.name_en, false, 'UNSURE' from ledger.account a where a.code in ('TERM_DEPOSIT', 'DEPOSIT_INTEREST');
