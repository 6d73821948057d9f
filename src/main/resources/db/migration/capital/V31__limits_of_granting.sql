-- Defaults, to be confirmed by each bank: no published source gives the limits of granting capital.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('capital.grant', 'DIRECTOR', '2002-10-04', 20000000000, 'UNSURE');
