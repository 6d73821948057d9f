-- Interest on entrusted capital is income of the office that collects it; what its contract gives away of it is an expense.
insert into ledger.account (code, side, name_vi, name_en) values
    ('INTEREST_SHARED', 'EXPENSE',   'Lãi phân phối theo hợp đồng nguồn vốn',       'Interest distributed by contracts of capital'),
    ('LOCAL_PROVISION', 'CAPITAL',   'Dự phòng rủi ro của vốn nhận ủy thác',        'Risk provision of entrusted capital'),
    ('MANAGEMENT_FEE',  'INCOME',    'Phí quản lý vốn nhận ủy thác',                'Fee for managing entrusted capital'),
    ('BOARDS_PAYABLE',  'LIABILITY', 'Phải trả ban đại diện và đơn vị quản lý vốn', 'Payable to boards and bodies that manage capital');
