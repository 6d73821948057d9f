grant usage on schema organisation to dongvon_app;

create sequence organisation.unit_id;

create table organisation.unit (
    id         bigint primary key default shared.new_id('organisation.unit_id'),
    code       text   not null unique,
    kind       text   not null,
    name       text   not null,
    valid_from date   not null,
    valid_to   date,

    constraint unit_kind_known      check (kind in ('COUNTRY', 'PROVINCE', 'OFFICE', 'POINT', 'COMMUNE', 'HAMLET')),
    constraint unit_code_plain      check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    constraint unit_name_normalised check (name <> '' and name is nfc normalized),
    constraint unit_period_forward  check (valid_to > valid_from)
);
comment on table organisation.unit is
    'Every place and house of the system: country, province (with its branch), transaction office, transaction point, commune, hamlet.';

-- The tree is dated: communes merge, points stay. A unit has one parent at a time.
create table organisation.unit_parent (
    unit_id   bigint    not null references organisation.unit,
    parent_id bigint    not null references organisation.unit,
    valid     daterange not null,

    primary key (unit_id, valid without overlaps),
    constraint unit_parent_is_another check (unit_id <> parent_id)
);
comment on table organisation.unit_parent is 'Country > province > office > point, and province > commune > hamlet, each with its dates.';
create index unit_parent_children on organisation.unit_parent (parent_id);

create table organisation.point (
    id          bigint   primary key references organisation.unit,
    office_id   bigint   not null references organisation.unit,
    commune_id  bigint   references organisation.unit,
    session_day smallint,
    address     text     not null,
    direct      boolean  not null default false,

    constraint point_session_day_in_month  check (session_day between 1 and 31),
    constraint point_direct_has_no_session check (direct = (session_day is null))
);
comment on table organisation.point is
    'Transaction point of an office. The direct one is the pseudo-point of loans that no group carries, and of the office''s own money.';
comment on column organisation.point.session_day is 'Fixed transaction day of the month; the month''s last day when the month is shorter.';
create index point_by_office on organisation.point (office_id);
create unique index point_one_direct on organisation.point (office_id) where direct;

create table organisation.association (
    code      text primary key,
    bank_code text not null unique,
    name_vi   text not null,
    name_en   text not null
);
comment on table organisation.association is 'The socio-political organisations that groups belong to; NONE is direct lending.';
insert into organisation.association (code, bank_code, name_vi, name_en) values
    ('HND',  '11', 'Hội Nông dân',                        'Farmers'' Union'),
    ('HPN',  '12', 'Hội Liên hiệp Phụ nữ',                'Women''s Union'),
    ('CCB',  '13', 'Hội Cựu chiến binh',                  'War Veterans'' Association'),
    ('DTN',  '14', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Youth Union'),
    ('NONE', '99', 'Cho vay trực tiếp',                   'Direct lending');

-- Every posting holds its office's row FOR SHARE, the close FOR UPDATE: nothing lands behind it.
create table organisation.business_day (
    office_id bigint primary key references organisation.unit,
    day       date   not null
);
comment on table organisation.business_day is 'The open day of each transaction office. All days before it are closed.';

create function organisation.business_day_only_forward() returns trigger language plpgsql as $$
begin
    if new.day <= old.day or new.office_id <> old.office_id then
        raise exception using errcode = '23514', constraint = 'business_day_only_forward',
            message = format('the business day moves forward only: %s to %s', old.day, new.day);
    end if;
    return new;
end $$;
create trigger business_day_only_forward before update on organisation.business_day
    for each row execute function organisation.business_day_only_forward();

-- Cancelled and make-up sessions move due dates, nominal to actual, without a word written on any loan.
create table organisation.session_date_change (
    point_id bigint not null references organisation.point,
    nominal  date   not null,
    actual   date   not null,
    reason   text   not null,

    primary key (point_id, nominal),
    constraint session_date_change_moves check (actual <> nominal)
);
comment on table organisation.session_date_change is 'Sessions of a point that were not held on their fixed day.';
create index session_date_change_by_actual on organisation.session_date_change (point_id, actual);

-- All points below a unit on a day: through the bank's tree, or through the commune that a point stands in.
create function organisation.points_under(top bigint, on_day date) returns setof bigint
    language sql stable parallel safe
begin atomic
    with recursive below as (
        select top as id
        union
        select p.unit_id
          from organisation.unit_parent p
          join below b on p.parent_id = b.id
         where p.valid @> on_day)
    select distinct p.id
      from organisation.point p
      join below b on b.id in (p.id, p.commune_id);
end;

grant select on organisation.unit, organisation.unit_parent, organisation.point, organisation.association,
    organisation.business_day, organisation.session_date_change to dongvon_app;
grant insert on organisation.unit, organisation.unit_parent, organisation.point, organisation.business_day,
    organisation.session_date_change to dongvon_app;
grant update (day) on organisation.business_day to dongvon_app;
grant usage on sequence organisation.unit_id to dongvon_app;
