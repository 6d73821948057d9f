grant usage on schema fee to dongvon_app;

create table fee.rate (
    target       text     not null,
    programme    text     not null default '',
    rating       text     not null default '',
    valid_from   date     not null,
    rate         bigint   not null,
    base         text     not null,
    shared_out   boolean  not null,
    document_id  bigint   references document.document,
    mark         text     not null,
    note         text     not null,

    primary key (target, programme, rating, valid_from),
    constraint rate_target_known    check (target in ('ENTRUSTMENT', 'COMMISSION', 'DEPOSIT')),
    constraint rate_base_known      check (base in ('INTEREST', 'AVERAGE')),
    constraint rate_base_of_deposit check (target <> 'DEPOSIT' or base = 'AVERAGE' and programme = ''),
    constraint rate_rating_known    check (rating in ('', 'GOOD', 'FAIR', 'AVERAGE', 'WEAK')),
    constraint rate_of_rated_groups check (rating = '' or target <> 'ENTRUSTMENT'),
    constraint rate_in_range        check (rate between 0 and 1000000),
    constraint rate_mark_known      check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint rate_has_basis       check (document_id is not null or note <> '')
);
comment on table fee.rate is
    'Rates of the entrustment fee (phí ủy thác) and of the groups'' commission (hoa hồng), by programme, rating and date. A change is a new row.';
comment on column fee.rate.programme is 'The programme''s code; empty: every programme that has no row of its own.';
comment on column fee.rate.rating is 'The class of the group''s rating; empty: every class that has no row of its own.';
comment on column fee.rate.rate is 'Units of 1e-8 a month: 0.032 % is 32 000.';
comment on column fee.rate.base is 'Balance whose interest was collected, or average balance in term.';
comment on column fee.rate.shared_out is
    'Whether it is scaled by the overdue band and split among the levels; else the whole goes to the commune level.';
create trigger rate_append_only before update or delete or truncate on fee.rate
    for each statement execute function shared.refuse_change();
insert into fee.rate (target, programme, rating, valid_from, rate, base, shared_out, mark, note) values
    ('ENTRUSTMENT', '', '', '2002-10-04', 32000, 'INTEREST', true, 'FOUND', 'Đề thi nghiệp vụ khoảng năm 2022; ngày bắt đầu chưa rõ.'),
    ('COMMISSION', '', '', '2002-10-04', 85000, 'INTEREST', false, 'UNSURE', 'Mức 0,085 %/tháng chưa có văn bản, cần xác nhận.'),
    ('DEPOSIT', '', '', '2002-10-04', 100000, 'AVERAGE', false, 'UNSURE', 'Mức 0,1 %/tháng chưa có văn bản, cần xác nhận.'),
    ('ENTRUSTMENT', 'NOXH', '', '2002-10-04', 3000, 'AVERAGE', false, 'FOUND',
     'Đề thi nghiệp vụ khoảng năm 2022; chưa rõ có giảm theo tỷ lệ nợ quá hạn không.'),
    ('COMMISSION', 'NOXH', '', '2002-10-04', 5000, 'AVERAGE', false, 'FOUND', 'Đề thi nghiệp vụ khoảng năm 2022.');
grant select, insert on fee.rate to dongvon_app;

create table fee.band (
    valid_from   date     primary key,
    reduced_from smallint not null,
    halved_from  smallint not null,
    nothing_from smallint not null,
    reduced      smallint not null,
    halved       smallint not null,
    document_id  bigint   references document.document,
    mark         text     not null,
    note         text     not null,

    constraint band_limits_in_order check (0 < reduced_from and reduced_from < halved_from and halved_from < nothing_from
                                       and nothing_from <= 10000),
    constraint band_shares_in_order check (100 >= reduced and reduced >= halved and halved >= 0),
    constraint band_mark_known      check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint band_has_basis       check (document_id is not null or note <> '')
);
comment on table fee.band is
    'What share of the entrustment fee is paid by the overdue ratio of the association''s portfolio, by date. A change is a new row.';
comment on column fee.band.reduced_from is 'Hundredths of a percent of overdue principal from which on only the reduced share is paid.';
comment on column fee.band.reduced is 'Percent.';
create trigger band_append_only before update or delete or truncate on fee.band
    for each statement execute function shared.refuse_change();
insert into fee.band (valid_from, reduced_from, halved_from, nothing_from, reduced, halved, mark, note) values
    ('2002-10-04', 200, 300, 400, 80, 50, 'FOUND', 'Đề thi nghiệp vụ khoảng năm 2022: dưới 2 % trả 100 %, từ 2 % trả 80 %, từ 3 % trả 50 %, từ 4 % không trả.');
grant select, insert on fee.band to dongvon_app;

create table fee.split (
    valid_from  date     primary key,
    central     smallint not null,
    province    smallint not null,
    district    smallint not null,
    commune     smallint not null,
    document_id bigint   references document.document,
    mark        text     not null,
    note        text     not null,

    constraint split_parts_not_negative check (least(central, province, district, commune) >= 0),
    constraint split_parts_make_whole   check (central + province + district + commune = 10000),
    constraint split_mark_known         check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint split_has_basis          check (document_id is not null or note <> '')
);
comment on table fee.split is
    'How the entrustment fee is split among the levels of an association, in hundredths of a percent, by date. A change is a new row.';
create trigger split_append_only before update or delete or truncate on fee.split
    for each statement execute function shared.refuse_change();
insert into fee.split (valid_from, central, province, district, commune, mark, note) values
    ('2002-10-04', 250, 450, 900, 8400, 'DERIVED', 'Tỉnh 4,5 %, huyện 9 %, xã 84 % theo đề thi nghiệp vụ; phần còn lại 2,5 % là trung ương.'),
    ('2025-07-01', 250, 450, 0, 9300, 'UNSURE', 'Bỏ cấp huyện từ 01/7/2025: phần của huyện tạm giao cấp xã, chưa có văn bản.');
grant select, insert on fee.split to dongvon_app;

-- One exact division, a half away from zero: docs/domain/fee-and-commission.md.
create function fee.half_up(numerator numeric, denominator numeric) returns bigint
    language sql immutable parallel safe
    return (sign(numerator) * div(2 * abs(numerator) + denominator, 2 * denominator))::bigint;

-- The numerator and the denominator of a line, rates in units of 1e-8, the share in percent.
create function fee.numerator(base text, interest bigint, balance_days numeric, rate bigint, share integer) returns numeric
    language sql immutable parallel safe
    return case base when 'INTEREST' then 12 * interest::numeric else balance_days end * rate * share;
create function fee.denominator(base text, yearly bigint, days integer) returns numeric
    language sql immutable parallel safe
    return case base when 'INTEREST' then yearly::numeric else days::numeric * 100000000 end * 100;

-- The percent of the fee that is paid at an overdue ratio, compared exactly.
create function fee.share(overdue bigint, outstanding bigint, day date) returns integer
    language sql stable parallel safe
    return (select case when overdue::numeric * 10000 < outstanding::numeric * b.reduced_from or overdue = 0 then 100
                        when overdue::numeric * 10000 < outstanding::numeric * b.halved_from then b.reduced
                        when overdue::numeric * 10000 < outstanding::numeric * b.nothing_from then b.halved
                        else 0 end::integer
              from fee.band b
             where b.valid_from <= day
             order by b.valid_from desc
             limit 1);

-- What each level of an association gets of a fee: the upper ones half up each, the commune the rest.
create function fee.split_of(amount bigint, day date) returns table (level text, part bigint)
    language sql stable parallel safe
begin atomic
    with rule as (
        select s.central, s.province, s.district from fee.split s where s.valid_from <= day order by s.valid_from desc limit 1),
    upper_level as (
        select 'CENTRAL' as level, fee.half_up(amount::numeric * r.central, 10000) as part from rule r
         union all
        select 'PROVINCE', fee.half_up(amount::numeric * r.province, 10000) from rule r
         union all
        select 'DISTRICT', fee.half_up(amount::numeric * r.district, 10000) from rule r)
    select u.level, u.part from upper_level u
     union all
    select 'COMMUNE', amount - sum(u.part)::bigint from upper_level u;
end;

grant execute on function fee.half_up(numeric, numeric), fee.numerator(text, bigint, numeric, bigint, integer),
    fee.denominator(text, bigint, integer), fee.share(bigint, bigint, date), fee.split_of(bigint, date) to dongvon_app;
