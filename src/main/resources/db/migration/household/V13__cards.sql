alter table household.person add column identity_digits smallint not null default 12;
alter table household.person add constraint person_digits_known check (identity_digits in (9, 12));
comment on column household.person.identity_digits is '12 of the citizen''s card; 9 of the old one, which has to be replaced.';
grant update (identity_digits) on household.person to dongvon_app;
create index person_with_old_number on household.person (id) where identity_digits = 9;

create sequence household.card_id;
create table household.card (
    id         bigint primary key default shared.new_id('household.card_id'),
    person_id  bigint not null references household.person,
    point_id   bigint not null references organisation.point,
    issued_on  date   not null,
    submission uuid   not null unique references shared.submission deferrable initially deferred
);
comment on table household.card is 'Days on which citizens'' cards were issued, as shown at the counter. Append-only; the latest day holds.';
create index card_by_person on household.card (person_id, issued_on);
create trigger card_append_only before update or delete or truncate on household.card
    for each statement execute function shared.refuse_change();

alter table household.card enable row level security;
alter table household.card force row level security;
create policy card_scope on household.card
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy card_narrow on household.card as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));
grant select, insert on household.card to dongvon_app;
grant usage on sequence household.card_id to dongvon_app;
