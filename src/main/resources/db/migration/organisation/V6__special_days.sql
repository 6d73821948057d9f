create table organisation.special_day (
    day      date    primary key,
    working  boolean not null,
    name_vi  text    not null,
    name_en  text    not null,
    mark     text    not null,

    constraint special_day_is_special  check (working = (extract(isodow from day) > 5)),
    constraint special_day_mark_known  check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE'))
);
comment on table organisation.special_day is
    'Weekdays on which offices do not work, and Saturdays on which they work instead: public holidays of article 112 of the Labour Code (45/2019/QH14) as each year''s notice sets them. Deadlines in working days go by them; sessions of points are held all the same.';
insert into organisation.special_day (day, working, name_vi, name_en, mark)
select d.day, extract(isodow from d.day) > 5, d.name_vi, d.name_en, 'KNOWN'
  from (values (date '2024-01-01', 'Tết Dương lịch', 'New Year''s Day'),
               (date '2024-04-18', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Commemoration'),
               (date '2024-04-30', 'Ngày Chiến thắng', 'Victory Day'),
               (date '2024-04-29', 'Nghỉ hoán đổi, làm bù 04/05/2024', 'Exchanged for 04/05/2024'),
               (date '2024-05-04', 'Làm bù cho ngày 29/04/2024', 'Worked for 29/04/2024'),
               (date '2024-05-01', 'Ngày Quốc tế lao động', 'International Labour Day'),
               (date '2024-09-02', 'Quốc khánh', 'National Day'),
               (date '2024-09-03', 'Quốc khánh', 'National Day'),
               (date '2025-01-01', 'Tết Dương lịch', 'New Year''s Day'),
               (date '2025-04-07', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Commemoration'),
               (date '2025-04-30', 'Ngày Chiến thắng', 'Victory Day'),
               (date '2025-05-01', 'Ngày Quốc tế lao động', 'International Labour Day'),
               (date '2025-05-02', 'Nghỉ hoán đổi, làm bù 26/04/2025', 'Exchanged for 26/04/2025'),
               (date '2025-04-26', 'Làm bù cho ngày 02/05/2025', 'Worked for 02/05/2025'),
               (date '2025-09-01', 'Quốc khánh', 'National Day'),
               (date '2025-09-02', 'Quốc khánh', 'National Day'),
               (date '2026-01-01', 'Tết Dương lịch', 'New Year''s Day'),
               (date '2026-01-02', 'Nghỉ hoán đổi, làm bù 10/01/2026', 'Exchanged for 10/01/2026'),
               (date '2026-01-10', 'Làm bù cho ngày 02/01/2026', 'Worked for 02/01/2026'),
               (date '2026-04-27', 'Giỗ Tổ Hùng Vương', 'Hùng Kings'' Commemoration'),
               (date '2026-04-30', 'Ngày Chiến thắng', 'Victory Day'),
               (date '2026-05-01', 'Ngày Quốc tế lao động', 'International Labour Day'),
               (date '2026-08-31', 'Nghỉ hoán đổi, làm bù 22/08/2026', 'Exchanged for 22/08/2026'),
               (date '2026-08-22', 'Làm bù cho ngày 31/08/2026', 'Worked for 31/08/2026'),
               (date '2026-09-01', 'Quốc khánh', 'National Day'),
               (date '2026-09-02', 'Quốc khánh', 'National Day')) as d (day, name_vi, name_en)
 union all
select day::date, false, 'Tết Nguyên đán', 'Lunar New Year', 'KNOWN'
  from (select generate_series(date '2024-02-08', date '2024-02-14', interval '1 day') as day
        union all select generate_series(date '2025-01-27', date '2025-01-31', interval '1 day')
        union all select generate_series(date '2026-02-16', date '2026-02-20', interval '1 day')) t
 where extract(isodow from day) <= 5;
grant select on organisation.special_day to dongvon_app;
