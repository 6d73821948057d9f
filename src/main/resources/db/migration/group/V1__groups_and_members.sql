grant usage on schema "group" to dongvon_app;

create table "group".size_rule (
    valid_from date     primary key,
    least      smallint not null,
    most       smallint not null,
    document   text     not null,
    mark       text     not null,

    constraint size_rule_range check (0 < least and least <= most),
    constraint size_rule_mark_known check (mark in ('FOUND', 'KNOWN', 'UNSURE'))
);
comment on table "group".size_rule is 'How many members a group has, by date.';
insert into "group".size_rule (valid_from, least, most, document, mark) values
    ('2003-07-29', 5, 50, 'QĐ 783/QĐ-HĐQT', 'FOUND'),
    ('2013-03-05', 5, 60, 'QĐ 15/QĐ-HĐQT',  'FOUND');
grant select on "group".size_rule to dongvon_app;

create sequence "group".credit_group_id;
create sequence "group".member_id;

create table "group".credit_group (
    id          bigint primary key default shared.new_id('"group".credit_group_id'),
    point_id    bigint not null references organisation.point,
    code        text   not null unique,
    name        text   not null,
    hamlet      text   not null,
    association text   not null references organisation.association,
    formed_on   date   not null,
    closed_on   date,

    constraint credit_group_name_normalised check (name <> '' and name is nfc normalized),
    constraint credit_group_has_association check (association <> 'NONE'),
    constraint credit_group_period_forward  check (closed_on >= formed_on)
);
comment on table "group".credit_group is 'Savings-and-credit group (Tổ tiết kiệm và vay vốn) of one hamlet, led by one association.';
create index credit_group_by_point on "group".credit_group (point_id);

create table "group".member (
    id             bigint   primary key default shared.new_id('"group".member_id'),
    group_id       bigint   not null references "group".credit_group,
    point_id       bigint   not null references organisation.point,
    household_id   bigint   not null references household.household,
    person_id      bigint   not null references household.person,
    ordinal        smallint not null,
    office_held    text,
    monthly_saving bigint   not null,
    joined_on      date     not null,
    left_on        date,

    constraint member_saving_not_negative check (monthly_saving >= 0),
    constraint member_ordinal_positive    check (ordinal > 0),
    constraint member_office_known        check (office_held in ('HEAD', 'DEPUTY')),
    constraint member_period_forward      check (left_on >= joined_on)
);
comment on table "group".member is 'A person''s membership of a group, with the deposit of the group''s convention.';
comment on column "group".member.monthly_saving is 'Whole đồng a month that the member has undertaken to deposit.';
comment on column "group".member.ordinal is 'Number of the member on the group''s list.';
create unique index member_ordinal_once on "group".member (group_id, ordinal) where left_on is null;
create unique index member_one_head on "group".member (group_id, office_held) where left_on is null and office_held is not null;
create index member_by_household on "group".member (household_id);

alter table "group".credit_group enable row level security;
alter table "group".credit_group force row level security;
create policy credit_group_scope on "group".credit_group
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table "group".member enable row level security;
alter table "group".member force row level security;
create policy member_scope on "group".member
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on "group".credit_group, "group".member to dongvon_app;
grant update (closed_on) on "group".credit_group to dongvon_app;
grant update (monthly_saving, left_on, office_held) on "group".member to dongvon_app;
grant usage on sequence "group".credit_group_id, "group".member_id to dongvon_app;
