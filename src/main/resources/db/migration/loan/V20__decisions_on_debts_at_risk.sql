create table loan.risk_decision (
    change_id   bigint  primary key,
    round       text    not null references loan.risk_round,
    list        text    not null,
    office_id   bigint  not null references organisation.unit,
    contract_id bigint  not null references capital.contract,
    local       boolean not null,
    document    text    not null,
    decided_on  date    not null,
    loans       integer not null,
    principal   bigint  not null,

    constraint risk_decision_list_known check (list in ('FREEZE', 'WRITE_OFF')),
    constraint risk_decision_of_loans   check (loans > 0 and principal > 0)
);
comment on table loan.risk_decision is
    'Decisions of a round by list, office and contract, as they were posted: sums, without a word on a person. Append-only.';
comment on column loan.risk_decision.local is 'Whether the capital was entrusted by a local budget; other losses come out of the one risk fund.';
create index risk_decision_by_round on loan.risk_decision (round);
create trigger risk_decision_append_only before update or delete or truncate on loan.risk_decision
    for each statement execute function shared.refuse_change();
grant select, insert on loan.risk_decision to dongvon_app;

-- The principal of one list. Defaults, to be confirmed by each bank: the decision itself is its issuer's, here it is entered.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.risk-decision', 'DIRECTOR', '2002-10-04', 5000000000, 'UNSURE'),
    ('loan.risk-decision', 'MANAGER',  '2002-10-04', null,       'UNSURE'),
    ('loan.recovery',      'DIRECTOR', '2002-10-04', null,       'UNSURE');
