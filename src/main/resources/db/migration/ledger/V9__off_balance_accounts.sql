-- What is written off stands outside of the balance sheet, against its own contra account, until it is recovered.
alter table ledger.account
    drop constraint account_side_known,
    add constraint account_side_known check (side in ('ASSET', 'LIABILITY', 'CAPITAL', 'INCOME', 'EXPENSE', 'OFF_BALANCE'));
insert into ledger.account (code, side, name_vi, name_en) values
    ('RISK_FUND',          'CAPITAL',     'Quỹ dự phòng rủi ro tín dụng',        'Risk fund'),
    ('RECOVERED_DEBT',     'INCOME',      'Thu hồi nợ đã xóa',                   'Recovered of debt written off'),
    ('LOAN_WRITTEN_OFF',   'OFF_BALANCE', 'Nợ gốc đã xóa theo dõi ngoại bảng',   'Principal written off, off the balance sheet'),
    ('WRITTEN_OFF_CONTRA', 'OFF_BALANCE', 'Đối ứng nợ đã xóa ngoại bảng',        'Contra of debt written off');
