alter table session.posting drop constraint posting_kind_known;
alter table session.posting add constraint posting_kind_known
    check (kind in ('FLOAT', 'SHEET', 'COUNTER', 'WITHDRAWAL', 'TERM_OPENED', 'TERM_PAID', 'REFUND', 'DISBURSEMENT', 'FEE', 'REVERSAL',
                    'DIFFERENCE', 'RETURN', 'HAND_OVER', 'TAKE_OVER'));
-- Term deposits come and go in cash only.
alter table session.posting add constraint posting_term_moves_cash
    check (case kind when 'TERM_OPENED' then cash > 0 when 'TERM_PAID' then cash < 0 else true end);
