-- An instalment may be put off, the last one extended; amounts never change. What it was before stands in the request.
grant update (contract_date, due_date) on loan.instalment to dongvon_app;

-- What may stay out longer by one decision. Defaults, to be confirmed by each bank: no published source gives the limits.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.extension', 'DIRECTOR', '2002-10-04',   500000000, 'UNSURE'),
    ('loan.extension', 'MANAGER',  '2002-10-04', 10000000000, 'UNSURE');
