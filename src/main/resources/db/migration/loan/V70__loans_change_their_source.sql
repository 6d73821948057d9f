-- By decision, loans pass from the money of one contract to that of another: principal and interest owed leave the one and come
-- to the other on the same day. What was lent, repaid and earned before stays with the former contract.
do $$
begin
    execute 'alter table loan.movement add constraint movement_kind_also_of_source check (kind in (''FROM_SOURCE'', ''TO_SOURCE'') or '
        || (select substring(pg_get_constraintdef(oid) from '^CHECK \((.*)\)$')
              from pg_constraint where conrelid = 'loan.movement'::regclass and conname = 'movement_kind_known') || ')';
end $$;
alter table loan.movement drop constraint movement_kind_known;
alter table loan.movement rename constraint movement_kind_also_of_source to movement_kind_known;

create sequence loan.source_change_id;
create table loan.source_change (
    id            bigint  primary key default shared.new_id('loan.source_change_id'),
    point_id      bigint  not null references organisation.point,
    office_id     bigint  not null references organisation.unit,
    from_contract bigint  not null references capital.contract,
    to_contract   bigint  not null references capital.contract,
    document      text    not null,
    booked_on     date    not null,
    loans         integer not null,
    principal     bigint  not null,
    undoes        bigint  references loan.source_change,
    change_id     bigint  not null unique,
    submission    uuid    not null unique references shared.submission deferrable initially deferred,

    constraint source_change_between_two check (from_contract <> to_contract),
    constraint source_change_of_loans    check (loans > 0 and principal > 0)
);
comment on table loan.source_change is
    'Decisions by which loans of one office passed from one contract of capital to another, as they were posted. Append-only.';
comment on column loan.source_change.point_id is 'The direct point of the office.';
comment on column loan.source_change.document is 'The code of the decision in the register of documents.';
comment on column loan.source_change.undoes is 'The earlier decision whose loans went back, if any.';
create index source_change_from on loan.source_change (from_contract);
create index source_change_to on loan.source_change (to_contract);

create table loan.source_move (
    loan_id        bigint   not null references loan.loan,
    journal_id     bigint   not null,
    change_id      bigint   not null references loan.source_change deferrable initially deferred,
    point_id       bigint   not null references organisation.point,
    line_no        smallint not null,
    line_id        uuid     not null unique,
    from_contract  bigint   not null references capital.contract,
    from_allotment bigint   not null references capital.allotment,
    to_contract    bigint   not null references capital.contract,
    to_allotment   bigint   not null references capital.allotment,
    principal      bigint   not null,

    primary key (loan_id, journal_id),
    constraint source_move_between_two check (from_contract <> to_contract and from_allotment <> to_allotment),
    constraint source_move_of_money    check (principal > 0)
);
comment on table loan.source_move is
    'Which money each loan was of before and after a change of source; before its first move a loan was of what that names. Append-only.';
comment on column loan.source_move.line_id is 'The line of the loan''s movements that came to the new contract.';
create index source_move_by_change on loan.source_move (change_id);
create index source_move_from on loan.source_move (from_contract);
create index source_move_by_journal on loan.source_move (journal_id);

create trigger source_change_append_only before update or delete or truncate on loan.source_change
    for each statement execute function shared.refuse_change();
create trigger source_move_append_only before update or delete or truncate on loan.source_move
    for each statement execute function shared.refuse_change();

alter table loan.source_change enable row level security;
alter table loan.source_change force row level security;
create policy source_change_scope on loan.source_change
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy source_change_narrow on loan.source_change as restrictive to app_narrow using (false);
alter table loan.source_move enable row level security;
alter table loan.source_move force row level security;
create policy source_move_scope on loan.source_move
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy source_move_narrow on loan.source_move as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

alter table loan.loan add column source_moves smallint not null default 0;
alter table loan.loan add constraint loan_source_moves_count check (source_moves >= 0);
comment on column loan.loan.source_moves is 'How often its source changed by decision: the rows of loan.source_move.';

-- A loan changes its money by a decision only, to an allotment of its own office, under a programme that the contract allows.
create function loan.require_decided_source() returns trigger language plpgsql as $$
begin
    if new.source_moves <> old.source_moves + 1
       or not exists (select from loan.source_move s
                        join capital.allotment a on a.id = s.to_allotment and a.contract_id = s.to_contract
                        join organisation.point p on p.id = new.point_id and p.office_id = a.office_id
                       where s.loan_id = new.id
                         and (s.from_contract, s.from_allotment) = (old.contract_id, old.allotment_id)
                         and (s.to_contract, s.to_allotment) = (new.contract_id, new.allotment_id)) then
        raise exception using errcode = '23514', constraint = 'loan_source_changes_by_decision',
            message = format('the source of loan %s changes by decision only', new.code);
    end if;
    if exists (select from (select t.programmes from capital.contract_term t
                             where t.contract_id = new.contract_id
                             order by t.valid_from desc limit 1) t
                where cardinality(t.programmes) > 0 and new.programme_id <> all (t.programmes)) then
        raise exception using errcode = '23514', constraint = 'loan_of_allowed_programme',
            message = format('the programme of loan %s is not among those of contract %s', new.code, new.contract_id);
    end if;
    return null;
end $$;
create trigger loan_source_changes_by_decision after update of contract_id, allotment_id, source_moves on loan.loan
    for each row when ((old.contract_id, old.allotment_id, old.source_moves) is distinct from (new.contract_id, new.allotment_id, new.source_moves))
    execute function loan.require_decided_source();

grant select, insert on loan.source_change, loan.source_move to dongvon_app;
grant update (contract_id, allotment_id, source_moves) on loan.loan to dongvon_app;
grant usage on sequence loan.source_change_id to dongvon_app;

-- Movements tell the money that a loan was of when they were written: that of its next change of source, else its own. Whoever
-- posts holds the loan first and numbers the journal afterwards, so a loan's journals stand in the order of their numbers.
create or replace view loan.v_movement with (security_invoker = true) as
    select j.office_id, j.business_date, m.journal_id, m.loan_id, l.point_id, l.programme_id,
           case when l.source_moves = 0 then l.contract_id
                else coalesce((select s.from_contract
                                 from loan.source_move s
                                where s.loan_id = m.loan_id
                                  and (s.journal_id > m.journal_id or s.journal_id = m.journal_id and m.kind = 'FROM_SOURCE')
                                order by s.journal_id
                                limit 1), l.contract_id) end as contract_id,
           l.association, m.series_id, m.part, coalesce(undone.kind, m.kind) as kind, m.principal, m.interest, m.constant
      from ledger.journal j
      join loan.movement m on m.journal_id = j.id
      join loan.loan l on l.id = m.loan_id
      left join loan.movement undone
        on undone.line_id = m.reverses and undone.series_id = m.series_id and undone.part = m.part;

create view loan.v_of_contract with (security_invoker = true) as
    select l.contract_id, l.id as loan_id from loan.loan l
     union
    select s.from_contract, s.loan_id from loan.source_move s;
comment on view loan.v_of_contract is 'Which loans are of a contract, or were of it until their source changed.';

create view loan.v_source_move with (security_invoker = true) as
    select s.loan_id, s.point_id, s.journal_id, s.change_id, j.business_date, s.from_contract, s.to_contract, s.principal
      from loan.source_move s
      join ledger.journal j on j.id = s.journal_id;
comment on view loan.v_source_move is 'Changes of source of each loan, by business date.';
grant select on loan.v_of_contract, loan.v_source_move to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives limits of a change of source.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.source', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('loan.source', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');
