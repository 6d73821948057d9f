-- Points stay while communes merge and districts end: which commune and province the area of a point lies in is told by
-- dated rows, so that an address reads under the old map and under the new one.
create table organisation.point_place (
    point_id   bigint not null references organisation.point,
    valid_from date   not null,
    commune    text   not null,
    district   text,
    province   text   not null,
    document   text   not null references document.document (code),

    primary key (point_id, valid_from),
    constraint point_place_named check (commune <> '' and province <> '' and district <> ''
                                        and (commune || coalesce(district, '') || province) is nfc normalized)
);
comment on table organisation.point_place is
    'Commune, district (until they were abolished on 01/07/2025) and province of the area that a point serves, each row until the next. Append-only.';
create trigger point_place_append_only before update or delete or truncate on organisation.point_place
    for each statement execute function shared.refuse_change();
grant select, insert on organisation.point_place to dongvon_app;
