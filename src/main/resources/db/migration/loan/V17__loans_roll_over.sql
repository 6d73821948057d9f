-- A loan that is kept for another cycle may go on at the rate in force: its principal leaves one series and enters another.
alter table loan.movement drop constraint movement_kind_known;
alter table loan.movement add constraint movement_kind_known
    check (kind in ('DISBURSEMENT', 'REPAYMENT', 'TO_OVERDUE', 'FROM_OVERDUE', 'RATE_CORRECTION', 'ROUNDING', 'REVERSAL',
                    'NEW_SERIES'));
grant update (series_id) on loan.loan to dongvon_app;

-- What may stay out longer by one decision, as for extensions. Defaults, to be confirmed by each bank.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.rollover', 'DIRECTOR', '2002-10-04',   500000000, 'UNSURE'),
    ('loan.rollover', 'MANAGER',  '2002-10-04', 10000000000, 'UNSURE');
