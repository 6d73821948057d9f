alter table session.posting drop constraint posting_kind_known;
alter table session.posting add constraint posting_kind_known
    check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'WITHDRAWAL', 'DISBURSEMENT', 'FEE', 'REVERSAL', 'DIFFERENCE', 'RETURN'));
-- Savings are paid out in cash only.
alter table session.posting add constraint posting_withdrawal_pays check (kind <> 'WITHDRAWAL' or cash < 0);
