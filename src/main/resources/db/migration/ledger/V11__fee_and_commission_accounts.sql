-- What the associations and groups are due is an expense when it is approved, and owed until it is paid.
insert into ledger.account (code, side, name_vi, name_en) values
    ('ENTRUSTMENT_FEE', 'EXPENSE',   'Chi phí ủy thác cho hội đoàn thể', 'Entrustment fee of associations'),
    ('COMMISSION',      'EXPENSE',   'Chi hoa hồng cho Tổ TK&VV',        'Commission of savings-and-credit groups'),
    ('FEE_PAYABLE',     'LIABILITY', 'Phí ủy thác, hoa hồng phải trả',   'Fee and commission payable');
