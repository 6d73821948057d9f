insert into ledger.account (code, side, name_vi, name_en) values
    ('UNGRANTED_CAPITAL', 'CAPITAL', 'Vốn nhận theo hợp đồng chưa giao', 'Capital received by contract and not granted yet');
