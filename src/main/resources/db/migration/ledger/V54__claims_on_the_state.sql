-- What the State owes the bank: interest it subsidises, and the management fee. A claim stands beside the balance sheet until
-- it is accepted; then it is a receivable and income.
insert into ledger.account (code, side, name_vi, name_en, controlled) values
    ('SUBSIDY_CLAIMED',       'OFF_BALANCE', 'Cấp bù lãi suất đã đề nghị, chờ thẩm định', 'Interest subsidy claimed, not decided yet', true),
    ('SUBSIDY_RECEIVABLE',    'ASSET',       'Phải thu ngân sách về cấp bù lãi suất',     'Interest subsidy due from the budget',      true),
    ('SUBSIDY_INCOME',        'INCOME',      'Thu cấp bù lãi suất',                       'Interest subsidy',                          true),
    ('STATE_FEE_CLAIMED',     'OFF_BALANCE', 'Phí quản lý đã đề nghị, chờ thẩm định',     'Management fee claimed, not decided yet',   true),
    ('STATE_FEE_RECEIVABLE',  'ASSET',       'Phải thu ngân sách về phí quản lý',         'Management fee due from the budget',        true),
    ('STATE_FEE_INCOME',      'INCOME',      'Thu phí quản lý từ ngân sách',              'Management fee from the budget',            true),
    ('STATE_CLAIMS_CONTRA',   'OFF_BALANCE', 'Đối ứng khoản đề nghị ngân sách cấp',       'Contra account of claims on the State',     true);
insert into ledger.account_term (account, valid_from, controlled, name_vi, name_en, manual, mark)
select a.code, '2002-10-04', a.controlled, a.name_vi, a.name_en, false, 'UNSURE'
  from ledger.account a
 where a.code in ('SUBSIDY_CLAIMED', 'SUBSIDY_RECEIVABLE', 'SUBSIDY_INCOME', 'STATE_FEE_CLAIMED', 'STATE_FEE_RECEIVABLE', 'STATE_FEE_INCOME',
                  'STATE_CLAIMS_CONTRA');
