create table fee.provision (
    valid_from  date     primary key,
    rate        smallint not null,
    document_id bigint   references document.document,
    mark        text     not null,
    above_mark  text     not null,
    note        text     not null,

    constraint provision_rate_in_range    check (rate between 0 and 10000),
    constraint provision_mark_known       check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint provision_above_mark_known check (above_mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint provision_has_basis        check (document_id is not null or note <> '')
);
comment on table fee.provision is
    'The least risk provision of local capital, by date: so much of the balance in term while overdue and frozen principal are below it, else their own ratio.';
comment on column fee.provision.rate is 'Hundredths of a percent.';
comment on column fee.provision.above_mark is 'How sure it is that the actual ratio counts from there on.';
create trigger provision_append_only before update or delete or truncate on fee.provision
    for each statement execute function shared.refuse_change();
insert into fee.provision (valid_from, rate, mark, above_mark, note) values
    ('2002-10-04', 75, 'FOUND', 'UNSURE', 'Đề thi nghiệp vụ khoảng năm 2022: 0,75 %; từ mức đó tính theo tỷ lệ thực tế, cần xác nhận.');
grant select, insert on fee.provision to dongvon_app;

-- docs/domain/interest-distribution.md.
create function fee.provision_of(in_term bigint, troubled bigint, day date) returns bigint
    language sql stable parallel safe
    return (select case when troubled::numeric * 10000 < (in_term::numeric + troubled) * p.rate or in_term + troubled = 0
                        then fee.half_up(in_term::numeric * p.rate, 10000)
                        else fee.half_up(in_term::numeric * troubled, in_term::numeric + troubled) end
              from fee.provision p
             where p.valid_from <= day
             order by p.valid_from desc
             limit 1);

-- The four parts of an amount: each rounded down once, the rest to the capital, else to the provision, the boards, the bank.
create function fee.distributed(amount bigint, risk integer, fee integer, boards integer, added integer) returns bigint[]
    language sql immutable parallel safe
begin atomic
    with part as (
        select div(amount::numeric * risk, 10000)::bigint as risk, div(amount::numeric * fee, 10000)::bigint as fee,
               div(amount::numeric * boards, 10000)::bigint as boards, div(amount::numeric * added, 10000)::bigint as added)
    select array[p.risk   + case when distributed.added = 0 and distributed.risk > 0 then r.rest else 0 end,
                 p.fee    + case when distributed.added = 0 and distributed.risk = 0 and distributed.boards = 0 then r.rest else 0 end,
                 p.boards + case when distributed.added = 0 and distributed.risk = 0 and distributed.boards > 0 then r.rest else 0 end,
                 p.added  + case when distributed.added > 0 then r.rest else 0 end]
      from part p
     cross join lateral (select amount - p.risk - p.fee - p.boards - p.added as rest) r;
end;
grant execute on function fee.provision_of(bigint, bigint, date), fee.distributed(bigint, integer, integer, integer, integer) to dongvon_app;

create sequence fee.distribution_id;

create table fee.distribution (
    id           bigint   primary key default shared.new_id('fee.distribution_id'),
    point_id     bigint   not null references organisation.point,
    contract_id  bigint   not null references capital.contract,
    month        date     not null,
    collected    bigint   not null,
    carried      bigint   not null,
    risk_share   smallint not null,
    fee_share    smallint not null,
    boards_share smallint not null,
    added_share  smallint not null,
    risk         bigint   not null,
    managed      bigint   not null,
    boards       bigint   not null,
    added        bigint   not null,
    state        text     not null default 'APPROVED',
    submission   uuid     not null unique references shared.submission deferrable initially deferred,

    constraint distribution_of_whole_month     check (month = date_trunc('month', month)::date),
    constraint distribution_carries_debt       check (carried <= 0),
    constraint distribution_shares_are_whole   check (least(risk_share, fee_share, boards_share, added_share) >= 0
                                                  and risk_share + fee_share + boards_share + added_share = 10000),
    constraint distribution_parts_of_the_whole check (array[risk, managed, boards, added]
                   = fee.distributed(greatest(collected + carried, 0), risk_share, fee_share, boards_share, added_share)),
    constraint distribution_state_known        check (state in ('APPROVED', 'TAKEN_BACK'))
);
comment on table fee.distribution is 'A month of interest that a contract of capital earned, as it was distributed; at most one of a month counts.';
comment on column fee.distribution.point_id is 'The direct point of the office that administers the contract.';
comment on column fee.distribution.collected is 'Whole đồng collected in the month at all offices, less what was taken back.';
comment on column fee.distribution.carried is 'What was below nothing in the month before.';
comment on column fee.distribution.risk_share is 'Hundredths of a percent, as the contract said on the month''s last day; likewise the others.';
comment on column fee.distribution.risk is 'Whole đồng to the risk provision.';
comment on column fee.distribution.managed is 'Whole đồng to the bank for managing the capital.';
comment on column fee.distribution.boards is 'Whole đồng to the boards and bodies that manage it.';
comment on column fee.distribution.added is 'Whole đồng added to the capital.';
create unique index distribution_one_of_month on fee.distribution (contract_id, month) where state = 'APPROVED';

create table fee.distribution_part (
    distribution_id bigint not null references fee.distribution,
    point_id        bigint not null references organisation.point,
    office_id       bigint not null references organisation.unit,
    collected       bigint not null,
    journal_id      bigint references ledger.journal,
    back_journal    bigint references ledger.journal,

    primary key (distribution_id, office_id),
    constraint distribution_part_back_after check (back_journal is null or journal_id is not null)
);
comment on table fee.distribution_part is
    'What each office collected of the interest that was distributed, with the journal that booked it there; none where nothing was distributed.';
create index distribution_part_by_journal on fee.distribution_part (journal_id);
create index distribution_part_by_back_journal on fee.distribution_part (back_journal) where back_journal is not null;

alter table fee.distribution enable row level security;
alter table fee.distribution force row level security;
create policy distribution_scope on fee.distribution
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy distribution_narrow on fee.distribution as restrictive to app_narrow
    using (false);
alter table fee.distribution_part enable row level security;
alter table fee.distribution_part force row level security;
create policy distribution_part_scope on fee.distribution_part
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy distribution_part_narrow on fee.distribution_part as restrictive to app_narrow
    using (false);

grant select, insert on fee.distribution, fee.distribution_part to dongvon_app;
grant update (state) on fee.distribution to dongvon_app;
grant update (back_journal) on fee.distribution_part to dongvon_app;
grant usage on sequence fee.distribution_id to dongvon_app;

create view fee.v_distribution with (security_invoker = true) as
    select d.id, d.contract_id, d.point_id, d.month, d.collected, d.carried, d.risk, d.managed, d.boards, d.added,
           d.risk_share, d.fee_share, d.boards_share, d.added_share,
           (select min(j.business_date) from fee.distribution_part p join ledger.journal j on j.id = p.journal_id
             where p.distribution_id = d.id and p.point_id = d.point_id) as booked_on
      from fee.distribution d
     where d.state = 'APPROVED';
comment on view fee.v_distribution is 'Months of interest distributed that count, with the day on which they were booked.';
grant select on fee.v_distribution to dongvon_app;

-- Interest that the journals of some days have of a contract, by office.
create function fee.interest_of(contract bigint, first date, last date) returns table (office_id bigint, collected bigint)
    language sql stable
begin atomic
    select e.office_id, -sum(e.amount)::bigint
      from ledger.v_entry e
     where e.contract_id = contract and e.account = 'INTEREST_INCOME' and e.business_date between first and last
     group by e.office_id;
end;
grant execute on function fee.interest_of(bigint, date, date) to dongvon_app;

insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('fee.distribution',      'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('fee.distribution',      'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('fee.distribution-back', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('fee.distribution-back', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');
