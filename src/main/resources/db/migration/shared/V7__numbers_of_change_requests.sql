-- A short number for people beside the identifier: the code of the point, the year, and how many the point had that year.
create table shared.change_counter (
    point_id bigint   not null,
    year     smallint not null,
    last     integer  not null,

    primary key (point_id, year),
    constraint change_counter_counts check (last > 0)
);
comment on table shared.change_counter is 'The last number of a change request at each point and year; the point 0 is the country.';
alter table shared.change_counter enable row level security;
alter table shared.change_counter force row level security;
create policy change_counter_scope on shared.change_counter
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
-- Whoever may ask for something at a point is counted there.
create policy change_counter_narrow on shared.change_counter as restrictive to app_narrow
    using (point_id <@ (select shared.scope()));
grant select, insert on shared.change_counter to dongvon_app;
grant update (last) on shared.change_counter to dongvon_app;

alter table shared.change_request add column number text;
comment on column shared.change_request.number is 'What people call it: LECHAN-01-DN26-0007 is the seventh of its point in 2026.';

-- In a folder that has requests already the units are there too; in a new one this runs before there are any.
do $$
begin
    if exists (select from shared.change_request) then
        alter table shared.change_request disable trigger user;
        execute $numbering$
            update shared.change_request r
               set number = n.number
              from (select c.id, format('%s-DN%s-%s', coalesce(u.code, 'VN'), to_char(c.business_date, 'YY'),
                                        lpad(n.serial::text, greatest(4, length(n.serial::text)), '0')) as number
                      from (select id, row_number() over (partition by point_id, extract(year from business_date) order by id) as serial
                              from shared.change_request) n
                      join shared.change_request c on c.id = n.id
                      left join organisation.unit u on u.id = c.point_id) n
             where n.id = r.id
        $numbering$;
        alter table shared.change_request enable trigger user;
        insert into shared.change_counter (point_id, year, last)
        select point_id, extract(year from business_date), count(*) from shared.change_request group by 1, 2;
    end if;
end $$;
alter table shared.change_request alter column number set not null;
alter table shared.change_request add constraint change_request_number_unique unique (number);
alter table shared.change_request add constraint change_request_number_given check (number <> '');
