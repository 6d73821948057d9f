-- Donations such as "Chung tay vì người nghèo": campaigns, what is promised, what comes, what becomes lending capital of a
-- contract, and what is given back before that.
create sequence capital.campaign_id;
create sequence capital.gift_id;
create sequence capital.pledge_id;

create table capital.campaign (
    id         bigint not null primary key default shared.new_id('capital.campaign_id'),
    point_id   bigint not null references organisation.point,
    code       text   not null unique,
    name_vi    text   not null,
    name_en    text   not null,
    thanks_vi  text   not null,
    thanks_en  text   not null,
    goal       bigint,
    starts_on  date   not null,
    ends_on    date   not null,
    document_id bigint references document.document,
    submission uuid   not null references shared.submission deferrable initially deferred,

    constraint campaign_code_plain     check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    constraint campaign_names_written  check (length(name_vi) between 3 and 120 and length(name_en) between 3 and 120
                                                and name_vi is nfc normalized and name_en is nfc normalized),
    constraint campaign_thanks_written check (length(thanks_vi) between 3 and 400 and length(thanks_en) between 3 and 400
                                                and thanks_vi is nfc normalized and thanks_en is nfc normalized),
    constraint campaign_goal_positive  check (goal > 0),
    constraint campaign_days_forward   check (ends_on >= starts_on)
);
comment on table capital.campaign is 'Calls for donations, each kept by one office. Name, days, goal and total are public.';
comment on column capital.campaign.goal is 'Whole đồng hoped for, if any.';
comment on column capital.campaign.thanks_vi is 'What the receipt says to the donor.';

create table capital.pledge (
    id          bigint not null primary key default shared.new_id('capital.pledge_id'),
    campaign_id bigint not null references capital.campaign,
    point_id    bigint not null references organisation.point,
    donor       text   not null,
    amount      bigint not null,
    due_on      date   not null,
    pledged_on  date   not null,
    submission  uuid   not null unique references shared.submission deferrable initially deferred,

    constraint pledge_amount_positive check (amount > 0),
    constraint pledge_donor_written   check (length(donor) between 2 and 120 and donor is nfc normalized),
    constraint pledge_due_later       check (due_on >= pledged_on)
);
comment on table capital.pledge is 'What somebody promised to give; no money, and no debt.';
create index pledge_of_campaign on capital.pledge (campaign_id, id);

create table capital.gift (
    id          bigint  not null primary key default shared.new_id('capital.gift_id'),
    campaign_id bigint  not null references capital.campaign,
    point_id    bigint  not null references organisation.point,
    number      integer not null,
    line_id     uuid    not null unique,
    donor       text    not null,
    anonymous   boolean not null,
    reference   text    not null,
    pledge_id   bigint  references capital.pledge,
    given_on    date    not null,
    amount      bigint  not null,
    allocated   bigint  not null default 0,
    refunded    bigint  not null default 0,

    unique (campaign_id, number),
    constraint gift_number_counts     check (number > 0),
    constraint gift_amount_positive   check (amount > 0),
    constraint gift_used_within       check (allocated >= 0 and refunded >= 0 and allocated + refunded <= amount),
    constraint gift_given_back_whole  check (refunded = 0 or allocated + refunded = amount),
    constraint gift_donor_written     check (length(donor) between 2 and 120 and donor is nfc normalized),
    constraint gift_reference_written check (length(reference) between 1 and 80 and reference is nfc normalized)
);
comment on table capital.gift is 'Money that was given, with the number of its receipt: serial within the campaign, without a gap.';
comment on column capital.gift.line_id is 'What the code on the receipt names.';
comment on column capital.gift.donor is 'Who gave; shown to the office, never to the public.';
comment on column capital.gift.anonymous is 'Whether the receipt leaves the name out, because the donor asked for it.';
comment on column capital.gift.reference is 'The bank''s number of the transfer.';
comment on column capital.gift.allocated is 'Whole đồng that became capital of contracts.';
comment on column capital.gift.refunded is 'Whole đồng given back.';

create table capital.gift_movement (
    journal_id  bigint not null references ledger.journal,
    gift_id     bigint not null references capital.gift,
    point_id    bigint not null references organisation.point,
    kind        text   not null,
    contract_id bigint references capital.contract,
    amount      bigint not null,

    primary key (journal_id, gift_id),
    constraint gift_movement_kind_known      check (kind in ('RECEIVED', 'ALLOCATED', 'REFUNDED')),
    constraint gift_movement_amount_positive check (amount > 0),
    constraint gift_movement_has_contract    check ((kind = 'ALLOCATED') = (contract_id is not null))
);
comment on table capital.gift_movement is 'What each journal did to a gift; in đồng.';
create index gift_movement_of_gift on capital.gift_movement (gift_id);

create trigger campaign_append_only before update or delete or truncate on capital.campaign
    for each statement execute function shared.refuse_change();
create trigger pledge_append_only before update or delete or truncate on capital.pledge
    for each statement execute function shared.refuse_change();
create trigger gift_movement_append_only before update or delete or truncate on capital.gift_movement
    for each statement execute function shared.refuse_change();

alter table capital.campaign enable row level security;
alter table capital.campaign force row level security;
create policy campaign_scope on capital.campaign
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy campaign_narrow on capital.campaign as restrictive to app_narrow using (false);
alter table capital.pledge enable row level security;
alter table capital.pledge force row level security;
create policy pledge_scope on capital.pledge
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy pledge_narrow on capital.pledge as restrictive to app_narrow using (false);
alter table capital.gift enable row level security;
alter table capital.gift force row level security;
create policy gift_scope on capital.gift
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy gift_narrow on capital.gift as restrictive to app_narrow using (false);
alter table capital.gift_movement enable row level security;
alter table capital.gift_movement force row level security;
create policy gift_movement_scope on capital.gift_movement
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy gift_movement_narrow on capital.gift_movement as restrictive to app_narrow using (false);

grant select, insert on capital.campaign, capital.pledge, capital.gift, capital.gift_movement to dongvon_app;
grant update (allocated, refunded) on capital.gift to dongvon_app;
grant usage on sequence capital.campaign_id, capital.gift_id, capital.pledge_id to dongvon_app;

-- What the public reads: sums of campaigns, and one gift by its code. As the owner, and without donors.
create function capital.campaign_totals()
    returns table (code text, name_vi text, name_en text, office text, goal bigint, starts_on date, ends_on date, gifts bigint,
                   received bigint, allocated bigint, refunded bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select c.code, c.name_vi, c.name_en, u.name, c.goal, c.starts_on, c.ends_on, count(g.id),
           coalesce(sum(g.amount), 0)::bigint, coalesce(sum(g.allocated), 0)::bigint, coalesce(sum(g.refunded), 0)::bigint
      from capital.campaign c
      join organisation.point p on p.id = c.point_id
      join organisation.unit u on u.id = p.office_id
      left join capital.gift g on g.campaign_id = c.id
     group by c.id, u.name
     order by c.starts_on desc, c.code;
end;
create function capital.gift_of(point bigint, line uuid)
    returns table (campaign text, name_vi text, name_en text, office text, number integer, given_on date, amount bigint,
                   allocated bigint, refunded bigint, booked_on date, sealed boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select c.code, c.name_vi, c.name_en, u.name, g.number, g.given_on, g.amount, g.allocated, g.refunded, j.business_date,
           exists (select from ledger.seal s where s.office_id = j.office_id and s.from_day <= j.business_date and s.to_day >= j.business_date)
      from capital.gift g
      join capital.campaign c on c.id = g.campaign_id
      join capital.gift_movement m on m.gift_id = g.id and m.kind = 'RECEIVED'
      join ledger.journal j on j.id = m.journal_id
      join organisation.unit u on u.id = j.office_id
     where g.line_id = line and g.point_id = point;
end;
revoke execute on function capital.campaign_totals(), capital.gift_of(bigint, uuid) from public;
grant execute on function capital.campaign_totals(), capital.gift_of(bigint, uuid) to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives the limits.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('capital.gift',            'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('capital.gift',            'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('capital.gift-allocation', 'DIRECTOR', '2002-10-04',   5000000000, 'UNSURE'),
    ('capital.gift-allocation', 'MANAGER',  '2002-10-04', 100000000000, 'UNSURE'),
    ('capital.gift-refund',     'DIRECTOR', '2002-10-04',    500000000, 'UNSURE'),
    ('capital.gift-refund',     'MANAGER',  '2002-10-04', 100000000000, 'UNSURE');
