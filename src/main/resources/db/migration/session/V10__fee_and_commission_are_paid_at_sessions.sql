alter table session.posting drop constraint posting_kind_known;
alter table session.posting add constraint posting_kind_known
    check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'DISBURSEMENT', 'FEE', 'REVERSAL', 'DIFFERENCE', 'RETURN'));
