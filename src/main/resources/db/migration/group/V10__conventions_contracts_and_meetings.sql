create sequence "group".meeting_id;

-- Minutes of a group's meeting other than one that chooses borrowers, which are loan.meeting.
create table "group".meeting (
    id         bigint   primary key default shared.new_id('"group".meeting_id'),
    point_id   bigint   not null references organisation.point,
    group_id   bigint   not null references "group".credit_group,
    kind       text     not null,
    held_on    date     not null,
    members    smallint not null,
    present    smallint not null,
    in_favour  smallint not null,
    agreed     text     not null,
    request_id bigint   not null unique references shared.change_request,

    constraint meeting_kind_known       check (kind in ('FOUNDING', 'REGULAR', 'CONVENTION', 'ADMISSION', 'EXIT', 'MOVE', 'BOARD', 'MERGE',
                                                        'SPLIT', 'DISSOLUTION')),
    constraint meeting_of_members       check (present between 1 and members),
    constraint meeting_votes_of_present check (in_favour between 0 and present),
    constraint meeting_agreed_written   check (agreed <> '' and length(agreed) <= 500 and agreed is nfc normalized)
);
comment on table "group".meeting is 'Minutes of meetings of groups (10/TD, 10C/TD): attendance, votes, what was agreed. Append-only.';
create index meeting_by_group on "group".meeting (group_id, held_on);

create table "group".convention (
    group_id     bigint   not null references "group".credit_group,
    valid_from   date     not null,
    point_id     bigint   not null references organisation.point,
    saving_least bigint   not null,
    meets_every  smallint not null,
    said         text     not null,
    request_id   bigint   references shared.change_request,

    primary key (group_id, valid_from),
    constraint convention_saving_not_negative check (saving_least >= 0),
    constraint convention_meets_in_months     check (meets_every between 1 and 12)
);
comment on table "group".convention is 'What members of a group agreed on (quy ước hoạt động), by date. Append-only.';
comment on column "group".convention.saving_least is 'Least whole đồng that a member deposits a month.';
comment on column "group".convention.meets_every is 'Months between regular meetings.';

create table "group".contract (
    group_id   bigint not null references "group".credit_group,
    valid_from date   not null,
    valid_to   date,
    point_id   bigint not null references organisation.point,
    number     text,
    signed_on  date   not null,
    covers     text   not null,
    request_id bigint references shared.change_request,

    primary key (group_id, valid_from),
    constraint contract_covers_known    check (covers in ('INTEREST', 'INTEREST_AND_SAVINGS')),
    constraint contract_signed_before   check (signed_on <= valid_from),
    constraint contract_period_forward  check (valid_to >= valid_from)
);
comment on table "group".contract is 'What the office authorised the group''s board to collect (hợp đồng ủy nhiệm, 11/TD), by date.';
comment on column "group".contract.valid_to is 'First day on which it no longer holds.';
comment on column "group".contract.number is 'Empty for a contract taken over from before the register.';
create unique index contract_one_open on "group".contract (group_id) where valid_to is null;

create table "group".handover (
    group_id    bigint not null references "group".credit_group,
    handed_on   date   not null,
    point_id    bigint not null references organisation.point,
    former_head bigint references "group".member,
    new_head    bigint not null references "group".member,
    provisional bigint not null,
    request_id  bigint not null references shared.change_request,

    primary key (group_id, request_id),
    constraint handover_money_not_negative check (provisional >= 0)
);
comment on table "group".handover is 'Minutes by which a head hands the group over to the next. Append-only.';
comment on column "group".handover.provisional is 'Whole đồng taken in the village and not yet brought to the session: the new head owes it from now on.';

create table "group".adjacent_hamlet (
    point_id   bigint not null references organisation.point,
    hamlet     text   not null,
    neighbour  text   not null,
    request_id bigint references shared.change_request,

    primary key (point_id, hamlet, neighbour),
    constraint adjacent_hamlet_of_two check (hamlet <> neighbour and hamlet is nfc normalized and neighbour is nfc normalized)
);
comment on table "group".adjacent_hamlet is 'Hamlets of a commune whose people may join groups of the other: each pair is two rows.';

create table "group".standing_member (
    person_id  bigint not null references household.person,
    from_on    date   not null,
    to_on      date,
    point_id   bigint not null references organisation.point,
    request_id bigint not null references shared.change_request,

    primary key (person_id, from_on),
    constraint standing_member_period_forward check (to_on >= from_on)
);
comment on table "group".standing_member is 'Standing members of a commune''s association, who sit on no group''s board.';

-- Groups of before have been collecting: what they were authorised to is taken over.
insert into "group".contract (group_id, valid_from, point_id, signed_on, covers, valid_to)
    select id, formed_on, point_id, formed_on, 'INTEREST_AND_SAVINGS', closed_on from "group".credit_group;

create trigger meeting_append_only before update or delete or truncate on "group".meeting
    for each statement execute function shared.refuse_change();
create trigger convention_append_only before update or delete or truncate on "group".convention
    for each statement execute function shared.refuse_change();
create trigger handover_append_only before update or delete or truncate on "group".handover
    for each statement execute function shared.refuse_change();

alter table "group".meeting enable row level security;
alter table "group".meeting force row level security;
create policy meeting_scope on "group".meeting
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy meeting_narrow on "group".meeting as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table "group".convention enable row level security;
alter table "group".convention force row level security;
create policy convention_scope on "group".convention
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy convention_narrow on "group".convention as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table "group".contract enable row level security;
alter table "group".contract force row level security;
create policy contract_scope on "group".contract
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy contract_narrow on "group".contract as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table "group".handover enable row level security;
alter table "group".handover force row level security;
create policy handover_scope on "group".handover
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy handover_narrow on "group".handover as restrictive to app_narrow
    using (exists (select from "group".credit_group g where g.id = group_id));

alter table "group".adjacent_hamlet enable row level security;
alter table "group".adjacent_hamlet force row level security;
create policy adjacent_hamlet_scope on "group".adjacent_hamlet
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy adjacent_hamlet_narrow on "group".adjacent_hamlet as restrictive to app_narrow using (true);

alter table "group".standing_member enable row level security;
alter table "group".standing_member force row level security;
create policy standing_member_scope on "group".standing_member
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy standing_member_narrow on "group".standing_member as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));

create view "group".v_contract with (security_invoker = true) as
    select c.group_id, c.point_id, c.valid_from, c.valid_to, c.covers
      from "group".contract c;
comment on view "group".v_contract is 'What boards of groups are authorised to collect, by date.';

grant select, insert on "group".meeting, "group".convention, "group".contract, "group".handover, "group".adjacent_hamlet,
    "group".standing_member to dongvon_app;
grant update (valid_to) on "group".contract to dongvon_app;
grant update (to_on) on "group".standing_member to dongvon_app;
grant usage on sequence "group".meeting_id to dongvon_app;
grant select on "group".v_contract to dongvon_app;
