create table household.ethnic_group (
    code text primary key,
    name text not null unique,

    constraint ethnic_group_code_plain check (code ~ '^[0-9]{2}$')
);
comment on table household.ethnic_group is 'The 54 ethnic groups of the country by their statistical code (QĐ 421-TCTK/PPCĐ of 02/03/1979).';
insert into household.ethnic_group (code, name) values
    ('01', 'Kinh'), ('02', 'Tày'), ('03', 'Thái'), ('04', 'Hoa'), ('05', 'Khơ-me'), ('06', 'Mường'), ('07', 'Nùng'),
    ('08', 'Hmông'), ('09', 'Dao'), ('10', 'Gia-rai'), ('11', 'Ngái'), ('12', 'Ê-đê'), ('13', 'Ba-na'), ('14', 'Xơ-đăng'),
    ('15', 'Sán Chay'), ('16', 'Cơ-ho'), ('17', 'Chăm'), ('18', 'Sán Dìu'), ('19', 'Hrê'), ('20', 'Mnông'), ('21', 'Ra-glai'),
    ('22', 'Xtiêng'), ('23', 'Bru-Vân Kiều'), ('24', 'Thổ'), ('25', 'Giáy'), ('26', 'Cơ-tu'), ('27', 'Gié-Triêng'), ('28', 'Mạ'),
    ('29', 'Khơ-mú'), ('30', 'Co'), ('31', 'Tà-ôi'), ('32', 'Chơ-ro'), ('33', 'Kháng'), ('34', 'Xinh-mun'), ('35', 'Hà Nhì'),
    ('36', 'Chu-ru'), ('37', 'Lào'), ('38', 'La Chí'), ('39', 'La Ha'), ('40', 'Phù Lá'), ('41', 'La Hủ'), ('42', 'Lự'),
    ('43', 'Lô Lô'), ('44', 'Chứt'), ('45', 'Mảng'), ('46', 'Pà Thẻn'), ('47', 'Cơ Lao'), ('48', 'Cống'), ('49', 'Bố Y'),
    ('50', 'Si La'), ('51', 'Pu Péo'), ('52', 'Brâu'), ('53', 'Ơ-đu'), ('54', 'Rơ-măm');
grant select on household.ethnic_group to dongvon_app;

alter table household.person add column born_year_only boolean not null default false;
alter table household.person add column ethnic_group text references household.ethnic_group;
comment on column household.person.born_year_only is 'Papers name the year alone; born_on is then its first of January.';
comment on column household.person.ethnic_group is 'Sensitive: shown one person at a time, for a purpose. Programmes for minorities ask for it.';
alter table household.person add constraint person_year_begins
    check (not born_year_only or extract(month from born_on) = 1 and extract(day from born_on) = 1);
grant update (born_year_only) on household.person to dongvon_app;
-- What a row of the same person and household refers to.
alter table household.person add constraint person_of_household unique (household_id, id);
drop index household.person_by_household;

create sequence household.member_event_id;
create table household.member_event (
    id           bigint primary key default shared.new_id('household.member_event_id'),
    household_id bigint not null references household.household,
    person_id    bigint not null,
    point_id     bigint not null references organisation.point,
    kind         text   not null,
    relation     text,
    cause        text,
    happened_on  date   not null,
    submission   uuid   not null references shared.submission deferrable initially deferred,

    constraint member_event_of_household    foreign key (household_id, person_id) references household.person (household_id, id),
    constraint member_event_kind_known      check (kind in ('JOINED', 'RELATED', 'LEFT')),
    constraint member_event_relation_known  check (relation in ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'GRANDCHILD',
                                                                'GRANDPARENT', 'CHILD_IN_LAW', 'OTHER')),
    constraint member_event_cause_known     check (cause in ('DIED', 'MARRIED', 'MOVED', 'SPLIT', 'OTHER')),
    constraint member_event_says_what       check ((kind = 'LEFT') = (cause is not null)
                                               and (kind = 'LEFT') = (relation is null))
);
comment on table household.member_event is
    'Who joined a household, became something else to its head, or left it. Append-only. Whoever was registered with the household has no first row: they are its head from the beginning.';
comment on column household.member_event.happened_on is 'A person who left is no member on that day.';
create index member_event_by_person on household.member_event (person_id, happened_on, id);
create index member_event_by_household on household.member_event (household_id, id);
create trigger member_event_append_only before update or delete or truncate on household.member_event
    for each statement execute function shared.refuse_change();

create sequence household.authorisation_id;
create table household.authorisation (
    id           bigint  primary key default shared.new_id('household.authorisation_id'),
    household_id bigint  not null references household.household,
    person_id    bigint  not null,
    point_id     bigint  not null references organisation.point,
    agreed_on    date    not null,
    ground       text    not null,
    witness      text    not null,
    liable       boolean not null,
    submission   uuid    not null unique references shared.submission deferrable initially deferred,

    constraint authorisation_of_household  foreign key (household_id, person_id) references household.person (household_id, id),
    constraint authorisation_one_a_day     unique (household_id, agreed_on),
    constraint authorisation_ground_known  check (ground in ('FIRST', 'REPLACED', 'HEIR')),
    constraint authorisation_witnessed     check (length(witness) between 1 and 120 and witness is nfc normalized),
    constraint authorisation_all_liable    check (liable)
);
comment on table household.authorisation is
    'Who borrows for a household by agreement of its adults (01/UQ), witnessed by the head of the hamlet. Append-only; the newest holds.';
comment on column household.authorisation.liable is 'Those who signed answer for the debt together; without that there is no 01/UQ.';
create trigger authorisation_append_only before update or delete or truncate on household.authorisation
    for each statement execute function shared.refuse_change();

create table household.signer (
    authorisation_id bigint not null references household.authorisation,
    person_id        bigint not null references household.person,
    point_id         bigint not null references organisation.point,

    primary key (authorisation_id, person_id)
);
comment on table household.signer is 'The adults of the household who signed a 01/UQ. Append-only.';
create index signer_by_person on household.signer (person_id);
create trigger signer_append_only before update or delete or truncate on household.signer
    for each statement execute function shared.refuse_change();

alter table household.member_event enable row level security;
alter table household.member_event force row level security;
create policy member_event_scope on household.member_event
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy member_event_narrow on household.member_event as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));

alter table household.authorisation enable row level security;
alter table household.authorisation force row level security;
create policy authorisation_scope on household.authorisation
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy authorisation_narrow on household.authorisation as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));

alter table household.signer enable row level security;
alter table household.signer force row level security;
create policy signer_scope on household.signer
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy signer_narrow on household.signer as restrictive to app_narrow
    using (exists (select from household.person p where p.id = person_id));

grant select, insert on household.member_event, household.authorisation, household.signer to dongvon_app;
grant usage on sequence household.member_event_id, household.authorisation_id to dongvon_app;

-- The members of a household on a day: by the last thing that happened to each until then. Whom nothing has happened to
-- yet is a member when the first thing that will is not that they join.
create function household.members_on(wanted bigint, on_day date)
    returns table (person_id bigint, relation text, since date, changed_on date)
    language sql stable parallel safe
begin atomic
    select p.id, coalesce(latest.relation, 'HEAD'),
           (select max(j.happened_on) from household.member_event j
             where j.person_id = p.id and j.kind = 'JOINED' and j.happened_on <= on_day),
           latest.happened_on
      from household.person p
      left join lateral (select e.kind, e.relation, e.happened_on
                           from household.member_event e
                          where e.person_id = p.id and e.happened_on <= on_day
                          order by e.happened_on desc, e.id desc
                          limit 1) latest on true
      left join lateral (select e.kind
                           from household.member_event e
                          where e.person_id = p.id
                          order by e.happened_on, e.id
                          limit 1) earliest on true
     where p.household_id = wanted
       and coalesce(latest.kind, case earliest.kind when 'JOINED' then 'LEFT' else 'JOINED' end) <> 'LEFT';
end;
comment on function household.members_on(bigint, date) is 'Who belongs to a household at the end of a day, and what they are to its head.';
grant execute on function household.members_on(bigint, date) to dongvon_app;
