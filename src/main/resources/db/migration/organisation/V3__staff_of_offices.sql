create table organisation.staff (
    id        bigint  primary key,
    unit_id   bigint  not null references organisation.unit,
    full_name text    not null,
    role      text    not null,
    active    boolean not null default true,

    constraint staff_name_normalised check (full_name <> '' and full_name is nfc normalized)
);
comment on table organisation.staff is
    'The bank''s people by office: the names on vouchers, and who may be put on a session''s team.';
comment on column organisation.staff.id is 'The identifier of the person''s account.';
create index staff_by_unit on organisation.staff (unit_id, role);

grant select, insert on organisation.staff to dongvon_app;
grant update (active) on organisation.staff to dongvon_app;

create view organisation.v_point_card with (security_invoker = true) as
    select p.id, u.code, u.name, p.address, p.direct, p.office_id, o.code as office_code, o.name as office_name
      from organisation.point p
      join organisation.unit u on u.id = p.id
      join organisation.unit o on o.id = p.office_id;
comment on view organisation.v_point_card is 'Transaction points as pages name them, with their office.';

create view organisation.v_staff with (security_invoker = true) as
    select s.id, s.unit_id, s.full_name, s.role, s.active
      from organisation.staff s;
comment on view organisation.v_staff is 'The bank''s people by name.';

grant select on organisation.v_point_card, organisation.v_staff to dongvon_app;
