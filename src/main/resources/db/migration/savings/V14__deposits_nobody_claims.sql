-- Deposits of members who died, went away or did nothing for long: moved to an account of their own, and paid out from there to
-- the owner or an heir.
create sequence savings.unclaimed_id;
create table savings.unclaimed (
    id         bigint primary key default shared.new_id('savings.unclaimed_id'),
    account_id bigint not null references savings.account,
    point_id   bigint not null references organisation.point,
    person_id  bigint not null references household.person,
    journal_id bigint not null unique references ledger.journal,
    reason     text   not null,
    paper      text   not null,
    amount     bigint not null,

    unique (id, amount),
    constraint unclaimed_reason_known    check (reason in ('UNTOUCHED', 'DIED', 'LEFT')),
    constraint unclaimed_paper_written   check (length(paper) <= 80 and paper is nfc normalized and (reason = 'UNTOUCHED' or length(paper) >= 2)),
    constraint unclaimed_amount_positive check (amount > 0)
);
comment on table savings.unclaimed is 'Deposits moved to the account of unclaimed ones, with their interest; they bear none from then on. Append-only.';
comment on column savings.unclaimed.paper is 'What shows that the owner died or went away.';
create index unclaimed_of_account on savings.unclaimed (account_id);

create table savings.unclaimed_payment (
    unclaimed_id bigint primary key,
    journal_id   bigint not null unique references ledger.journal,
    point_id     bigint not null references organisation.point,
    receiver     text   not null,
    name         text   not null,
    paper        text   not null,
    amount       bigint not null,

    constraint unclaimed_payment_whole          foreign key (unclaimed_id, amount) references savings.unclaimed (id, amount),
    constraint unclaimed_payment_receiver_known check (receiver in ('OWNER', 'HEIR')),
    constraint unclaimed_payment_name_written   check (length(name) between 2 and 120 and name is nfc normalized),
    constraint unclaimed_payment_paper_written  check (length(paper) between 2 and 80 and paper is nfc normalized)
);
comment on table savings.unclaimed_payment is 'Unclaimed deposits paid out whole, to whom and by which paper. Append-only.';
comment on column savings.unclaimed_payment.paper is 'The identity paper of the owner, or what shows that an heir inherits.';

create trigger unclaimed_append_only before update or delete or truncate on savings.unclaimed
    for each statement execute function shared.refuse_change();
create trigger unclaimed_payment_append_only before update or delete or truncate on savings.unclaimed_payment
    for each statement execute function shared.refuse_change();

alter table savings.unclaimed enable row level security;
alter table savings.unclaimed force row level security;
create policy unclaimed_scope on savings.unclaimed
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy unclaimed_narrow on savings.unclaimed as restrictive to app_narrow using (false);
alter table savings.unclaimed_payment enable row level security;
alter table savings.unclaimed_payment force row level security;
create policy unclaimed_payment_scope on savings.unclaimed_payment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy unclaimed_payment_narrow on savings.unclaimed_payment as restrictive to app_narrow using (false);
grant select, insert on savings.unclaimed, savings.unclaimed_payment to dongvon_app;
grant usage on sequence savings.unclaimed_id to dongvon_app;

create view savings.v_idle with (security_invoker = true) as
    select a.id as account_id, a.member_id, m.person_id, a.point_id, a.balance, a.closed_on, coalesce(t.on_day, a.opened_on) as touched_on,
           case when e.kind = 'LEFT' and e.cause in ('DIED', 'MOVED') then e.happened_on end as gone_on
      from savings.account a
      join "group".member m on m.id = a.member_id
      left join (select v.account_id, max(v.value_date) as on_day
                   from savings.movement v
                  where not exists (select from savings.interest i where i.line_id = v.line_id)
                  group by v.account_id) t on t.account_id = a.id
      left join lateral (select x.kind, x.cause, x.happened_on
                           from household.member_event x
                          where x.person_id = m.person_id
                          order by x.happened_on desc, x.id desc
                          limit 1) e on true;
comment on view savings.v_idle is
    'Deposits of members: when something but interest moved them for the last time, and when their owner died or moved away, if so.';
grant select on savings.v_idle to dongvon_app;

-- A default, to be confirmed by each bank: no published source gives the limit.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('savings.unclaimed', 'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('savings.unclaimed', 'MANAGER',  '2002-10-04', null, 'UNSURE');
