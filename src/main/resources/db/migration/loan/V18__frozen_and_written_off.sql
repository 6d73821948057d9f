-- Frozen by decision for a time (khoanh nợ), and written off (xóa nợ): off the balance sheet, still claimed.
alter table loan.loan
    drop constraint loan_stage_known,
    drop constraint loan_closed_has_day,
    add constraint loan_stage_known check (stage in ('APPROVED', 'ACTIVE', 'CLOSED', 'CANCELLED', 'WRITTEN_OFF')),
    add constraint loan_closed_has_day check ((stage in ('CLOSED', 'CANCELLED', 'WRITTEN_OFF')) = (closed_on is not null));
comment on column loan.loan.closed_on is 'The day on which it was repaid, given up before payment, or written off.';

alter table loan.movement
    drop constraint movement_kind_known,
    add constraint movement_kind_known check (kind in ('DISBURSEMENT', 'REPAYMENT', 'TO_OVERDUE', 'FROM_OVERDUE', 'TO_FROZEN',
                                                       'FROM_FROZEN', 'WRITE_OFF', 'RECOVERY', 'RATE_CORRECTION', 'ROUNDING',
                                                       'REVERSAL', 'NEW_SERIES'));

create or replace view loan.v_balance with (security_invoker = true) as
    select l.id as loan_id, l.point_id, l.household_id, l.borrower_id, l.programme_id, l.contract_id, l.association, l.jobs,
           (select coalesce(sum(p.principal), 0)
              from loan.part p
             where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as outstanding
      from loan.loan l
     where l.stage in ('ACTIVE', 'CLOSED', 'WRITTEN_OFF');

create table loan.freeze (
    loan_id    bigint   not null references loan.loan,
    seq        smallint not null,
    point_id   bigint   not null references organisation.point,
    from_date  date     not null,
    until_date date     not null,
    months     smallint not null,
    document   text     not null,
    ended_on   date,

    primary key (loan_id, seq),
    constraint freeze_counts         check (seq > 0),
    constraint freeze_forward        check (months > 0 and until_date > from_date),
    constraint freeze_ends_after     check (ended_on >= from_date)
);
comment on table loan.freeze is 'For how long a loan''s principal bears no interest, by which decision. One after another.';
comment on column loan.freeze.until_date is 'The first day on which interest runs again.';
comment on column loan.freeze.ended_on is 'The day on which it ended, or was followed by the next.';
create unique index freeze_one_running on loan.freeze (loan_id) where ended_on is null;
create index freeze_by_end on loan.freeze (point_id, until_date) where ended_on is null;

alter table loan.freeze enable row level security;
alter table loan.freeze force row level security;
create policy freeze_scope on loan.freeze
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy freeze_narrow on loan.freeze as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));
grant select, insert on loan.freeze to dongvon_app;
grant update (ended_on) on loan.freeze to dongvon_app;
