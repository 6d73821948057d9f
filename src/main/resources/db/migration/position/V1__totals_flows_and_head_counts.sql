grant usage on schema position to dongvon_app;

-- A row is the closing state of a cell for the days from valid_from up to, not including, valid_to. The close of an
-- office writes a row only for a cell that moved that day, so history costs what happened.
create table position.total (
    point_id     bigint         not null references organisation.point,
    programme_id smallint       not null references programme.programme,
    series_id    integer        not null references programme.rate_series,
    part         text           not null,
    contract_id  bigint         not null references capital.contract,
    association  text           not null references organisation.association,
    valid_from   date           not null,
    valid_to     date           not null default 'infinity',
    principal    bigint         not null,
    constant     numeric(38, 0) not null,
    loans        integer        not null,

    primary key (point_id, programme_id, series_id, part, contract_id, association, valid_from),
    constraint total_part_known             check (part in ('IN_TERM', 'OVERDUE', 'FROZEN', 'WRITTEN_OFF')),
    constraint total_period_forward         check (valid_to > valid_from),
    constraint total_principal_not_negative check (principal >= 0),
    constraint total_loans_not_negative     check (loans >= 0),
    constraint total_loans_carry_principal  check ((loans = 0) = (principal = 0)),
    -- One open row a cell; as rows only ever start on the open day, the periods of a cell cannot overlap.
    constraint total_one_open exclude using btree (point_id with =, programme_id with =, series_id with =, part with =,
                                                   contract_id with =, association with =)
        where (valid_to = 'infinity') deferrable initially deferred
);
comment on table position.total is
    'Closing totals of loans by cell and period: interest owed on day t is constant + principal × index(t), as of one loan.';
comment on column position.total.principal is 'Whole đồng, sum over the cell''s loan parts.';
comment on column position.total.constant is 'đồng × 365 × 10^8, sum over the cell''s loan parts.';
comment on column position.total.loans is 'Loan parts with principal. A loan partly overdue has two; head counts count it once.';
create index total_by_end on position.total (point_id, valid_to);

create table position.flow (
    point_id      bigint   not null references organisation.point,
    programme_id  smallint not null references programme.programme,
    series_id     integer  not null references programme.rate_series,
    part          text     not null,
    contract_id   bigint   not null references capital.contract,
    association   text     not null references organisation.association,
    business_date date     not null,
    disbursed     bigint   not null,
    collected     bigint   not null,
    interest      bigint   not null,
    moved         bigint   not null,

    primary key (point_id, programme_id, series_id, part, contract_id, association, business_date),
    constraint flow_part_known check (part in ('IN_TERM', 'OVERDUE', 'FROZEN', 'WRITTEN_OFF'))
);
comment on table position.flow is
    'What each closed day did to each cell, in whole đồng: closing = opening + disbursed - collected + moved.';
comment on column position.flow.disbursed is 'Principal paid out, less what was reversed.';
comment on column position.flow.collected is 'Principal collected, less what was reversed.';
comment on column position.flow.interest is 'Interest collected, less what was reversed.';
comment on column position.flow.moved is 'Principal that came from other parts, less what went to them.';
create index flow_by_day on position.flow (point_id, business_date);

create table position.headcount (
    point_id   bigint  not null references organisation.point,
    dimension  text    not null,
    key        text    not null,
    valid_from date    not null,
    valid_to   date    not null default 'infinity',
    households integer not null,
    borrowers  integer not null,
    loans      integer not null,
    jobs       integer not null,

    primary key (point_id, dimension, key, valid_from),
    constraint headcount_dimension_known        check (dimension in ('ALL', 'PROGRAMME', 'ASSOCIATION', 'CONTRACT')),
    constraint headcount_all_has_no_key         check ((dimension = 'ALL') = (key = '')),
    constraint headcount_period_forward         check (valid_to > valid_from),
    constraint headcount_households_not_negative check (households >= 0),
    constraint headcount_borrowers_not_negative check (borrowers >= 0),
    constraint headcount_loans_not_negative     check (loans >= 0),
    constraint headcount_jobs_not_negative      check (jobs >= 0),
    constraint headcount_one_open exclude using btree (point_id with =, dimension with =, key with =)
        where (valid_to = 'infinity') deferrable initially deferred
);
comment on table position.headcount is
    'Distinct households, borrowers and loans with principal outstanding, as of the close, with the jobs those loans undertook. Adds over points, never over keys.';
comment on column position.headcount.point_id is
    'Households and borrowers are counted at the household''s own point, loans and jobs at the loan''s.';
comment on column position.headcount.key is 'Programme id, association code or contract id; empty for all.';
create index headcount_by_end on position.headcount (point_id, valid_to);

-- The open day of a point's office.
create function position.open_day(point bigint) returns date
    language sql stable
    return (select p.open_day from organisation.v_point p where p.id = point);

-- Rows start on the open day and may be counted again until it closes; a row of a closed day may only end.
create function position.keep_closed_days() returns trigger language plpgsql as $$
declare
    today date := position.open_day(coalesce(new.point_id, old.point_id));
begin
    if tg_op = 'INSERT' and new.valid_from = today and new.valid_to = 'infinity' then
        return new;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to'
            and old.valid_from < today and old.valid_to = 'infinity' and new.valid_to = today then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.valid_from = today and new.valid_from = today and new.valid_to = old.valid_to then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = tg_table_name || '_closed_days_stay',
        message = format('%s.%s changes on the open day %s only', tg_table_schema, tg_table_name, today);
end $$;
create trigger total_closed_days_stay before insert or update or delete on position.total
    for each row execute function position.keep_closed_days();
create trigger headcount_closed_days_stay before insert or update or delete on position.headcount
    for each row execute function position.keep_closed_days();

create function position.keep_closed_flows() returns trigger language plpgsql as $$
declare
    today date := position.open_day(coalesce(new.point_id, old.point_id));
begin
    if tg_op <> 'DELETE' and new.business_date = today and coalesce(old.business_date, today) = today then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'flow_closed_days_stay',
        message = format('position.flow changes on the open day %s only', today);
end $$;
create trigger flow_closed_days_stay before insert or update or delete on position.flow
    for each row execute function position.keep_closed_flows();

create function position.keep_all() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23001', constraint = tg_table_name || '_never_emptied',
        message = format('%s.%s is never emptied', tg_table_schema, tg_table_name);
end $$;
create trigger total_never_emptied before truncate on position.total
    for each statement execute function position.keep_all();
create trigger flow_never_emptied before truncate on position.flow
    for each statement execute function position.keep_all();
create trigger headcount_never_emptied before truncate on position.headcount
    for each statement execute function position.keep_all();

alter table position.total enable row level security;
alter table position.total force row level security;
create policy total_scope on position.total
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table position.flow enable row level security;
alter table position.flow force row level security;
create policy flow_scope on position.flow
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table position.headcount enable row level security;
alter table position.headcount force row level security;
create policy headcount_scope on position.headcount
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on position.total, position.flow, position.headcount to dongvon_app;
grant update (valid_to, principal, constant, loans) on position.total to dongvon_app;
grant update (disbursed, collected, interest, moved) on position.flow to dongvon_app;
grant update (valid_to, households, borrowers, loans, jobs) on position.headcount to dongvon_app;
