grant usage on schema household to dongvon_app;

create sequence household.household_id;
create sequence household.person_id;

create table household.household (
    id       bigint primary key default shared.new_id('household.household_id'),
    point_id bigint not null references organisation.point,
    code     text   not null unique,
    hamlet   text   not null,

    constraint household_hamlet_normalised check (hamlet <> '' and hamlet is nfc normalized)
);
comment on table household.household is 'A household, the unit that policy credit is given to; it belongs to one transaction point.';

create table household.person (
    id                 bigint   primary key default shared.new_id('household.person_id'),
    household_id       bigint   not null references household.household,
    point_id           bigint   not null references organisation.point,
    full_name          text     not null,
    born_on            date     not null,
    sex                text     not null,
    identity_encrypted bytea    not null,
    identity_last4     text     not null,

    constraint person_name_normalised  check (full_name <> '' and length(full_name) <= 120 and full_name is nfc normalized),
    constraint person_sex_known        check (sex in ('F', 'M')),
    constraint person_last4_is_4_digits check (identity_last4 ~ '^[0-9]{4}$')
);
comment on table household.person is 'A member of a household who borrows or saves.';
comment on column household.person.identity_encrypted is
    'Identity number (12 digits), AES-256-GCM under the key kept outside the database.';
comment on column household.person.identity_last4 is 'What is shown of it: the last four digits.';
create index person_by_household on household.person (household_id);

alter table household.household enable row level security;
alter table household.household force row level security;
create policy household_scope on household.household
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table household.person enable row level security;
alter table household.person force row level security;
create policy person_scope on household.person
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on household.household, household.person to dongvon_app;
grant usage on sequence household.household_id, household.person_id to dongvon_app;
