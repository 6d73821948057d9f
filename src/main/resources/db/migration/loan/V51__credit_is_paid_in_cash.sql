-- What was paid too much may be paid back in cash at a session: the teller pays, and the controller's close of the session is
-- the second person, as for everything that a session posts.
alter table loan.credit_use
    alter column change_id drop not null,
    drop constraint credit_use_kind_known,
    drop constraint credit_use_back_of_use,
    add constraint credit_use_kind_known  check (kind in ('SET_OFF', 'TRANSFER', 'CASH', 'BACK')),
    add constraint credit_use_back_of_use check (case kind when 'BACK' then reverses is not null and reverses_kind in ('SET_OFF', 'TRANSFER', 'CASH')
                                                           else reverses is null and reverses_kind is null end),
    add constraint credit_use_by_request  check ((change_id is null) = (kind = 'CASH' or coalesce(reverses_kind, '') = 'CASH'));
comment on column loan.credit_use.change_id is 'The request by which two persons decided it; none of cash at a session, which its controller closes.';
comment on table loan.credit_use is
    'What became of money that was paid too much: set off against another loan, paid back to an account or in cash, or such a use taken back whole. Append-only.';
