alter table session.posting drop constraint posting_kind_known;
alter table session.posting add constraint posting_kind_known
    check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'WITHDRAWAL', 'REFUND', 'DISBURSEMENT', 'FEE', 'REVERSAL', 'DIFFERENCE', 'RETURN',
                    'HAND_OVER', 'TAKE_OVER'));
alter table session.posting add constraint posting_refund_pays check (kind <> 'REFUND' or cash < 0);
