-- Defaults, to be confirmed by each bank: no published source gives the limits of granting capital.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('capital.grant', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('capital.grant', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');
