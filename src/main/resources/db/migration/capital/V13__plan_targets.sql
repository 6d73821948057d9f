-- How much may be outstanding at the end of a month: year × programme × source × unit × month, each by a decision.
create sequence capital.plan_target_id;
create sequence capital.plan_ask_id;

create table capital.plan_target (
    id           bigint         primary key default shared.new_id('capital.plan_target_id'),
    point_id     bigint         not null,
    points       int8multirange not null,
    year         smallint       not null,
    programme_id smallint       not null references programme.programme,
    source       text           not null,
    parent_id    bigint         references organisation.unit,
    unit_id      bigint         not null references organisation.unit,
    hamlet       text           not null default '',
    month        smallint       not null,
    amount       bigint         not null,
    document_id  bigint         not null references document.document,
    decided_on   date           not null,
    submission   uuid           not null references shared.submission deferrable initially deferred,

    constraint plan_target_of_a_month         check (year between 2003 and 2200 and month between 1 and 12),
    constraint plan_target_not_negative       check (amount >= 0),
    constraint plan_target_source_known       check (source in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    constraint plan_target_hamlet_normalised  check (hamlet is nfc normalized),
    constraint plan_target_hamlet_of_its_unit check ((hamlet <> '') = (parent_id is not distinct from unit_id))
);
comment on table capital.plan_target is
    'What may be outstanding at the end of a month, by decision; the newest row of a unit, line and month holds. Append-only.';
comment on column capital.plan_target.point_id is 'The point whose open day decided it; 0 for the country.';
comment on column capital.plan_target.points is 'The points of the unit when it was decided: whoever has all of them in scope sees it.';
comment on column capital.plan_target.parent_id is 'The unit that was split; the commune itself for its hamlets, none for a target given from outside.';
comment on column capital.plan_target.hamlet is 'The name of a hamlet of the unit, as groups and households name it; empty for the whole unit.';
comment on column capital.plan_target.amount is 'Whole đồng.';
create index plan_target_of_unit on capital.plan_target (unit_id, hamlet, year, programme_id, source, month, id desc);
create index plan_target_of_parent on capital.plan_target (parent_id, year, programme_id, source, month);

create trigger plan_target_append_only before update or delete or truncate on capital.plan_target
    for each statement execute function shared.refuse_change();

-- Σ children ≤ parent for each line and month, from whichever side it is changed. Two decisions of a line wait for each other.
create function capital.require_plan_within_parent() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken record;
begin
    perform pg_advisory_xact_lock(hashtextextended(format('plan %s %s %s', l.year, l.programme_id, l.source), 0))
       from (select distinct a.year, a.programme_id, a.source from added a order by 1, 2, 3) l;
    select s.* into broken
      from (select t.year, t.programme_id, t.source, t.month, u.code, u.kind, own.amount as own, coalesce(below.amount, 0) as below
              from (select a.year, a.programme_id, a.source, a.month, a.parent_id as unit_id from added a where a.parent_id is not null
                     union
                    select a.year, a.programme_id, a.source, a.month, a.unit_id from added a where a.hamlet = '') t
              join organisation.unit u on u.id = t.unit_id
              left join lateral (
                   select p.amount from capital.plan_target p
                    where p.unit_id = t.unit_id and p.hamlet = '' and p.year = t.year and p.programme_id = t.programme_id
                      and p.source = t.source and p.month = t.month
                    order by p.id desc limit 1) own on true
              left join lateral (
                   select sum(c.amount)::bigint as amount
                     from (select distinct on (p.unit_id, p.hamlet) p.amount
                             from capital.plan_target p
                            where p.parent_id = t.unit_id and p.year = t.year and p.programme_id = t.programme_id
                              and p.source = t.source and p.month = t.month
                            order by p.unit_id, p.hamlet, p.id desc) c) below on true) s
     where s.below > coalesce(s.own, 0) and not (s.kind = 'COUNTRY' and s.own is null)
     limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'plan_children_within_parent',
            message = format('below %s targets of %s/%s sum to %s of %s', broken.code, broken.month, broken.year, broken.below, broken.own);
    end if;
    return null;
end $$;
create trigger plan_children_within_parent after insert on capital.plan_target
    referencing new table as added for each statement execute function capital.require_plan_within_parent();

create table capital.plan_ask (
    id           bigint         primary key default shared.new_id('capital.plan_ask_id'),
    point_id     bigint         not null references organisation.point,
    points       int8multirange not null,
    year         smallint       not null,
    programme_id smallint       not null references programme.programme,
    source       text           not null,
    unit_id      bigint         not null references organisation.unit,
    amount       bigint         not null,
    reason       text           not null,
    asked_on     date           not null,
    submission   uuid           not null unique references shared.submission deferrable initially deferred,

    constraint plan_ask_of_a_year      check (year between 2003 and 2200),
    constraint plan_ask_not_negative   check (amount >= 0),
    constraint plan_ask_source_known   check (source in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
    constraint plan_ask_reason_written check (length(reason) between 5 and 300 and reason is nfc normalized)
);
comment on table capital.plan_ask is 'What a commune asks to have out at the end of a year; its newest row of a line counts. Append-only.';
create index plan_ask_of_unit on capital.plan_ask (unit_id, year, programme_id, source, id desc);
create trigger plan_ask_append_only before update or delete or truncate on capital.plan_ask
    for each statement execute function shared.refuse_change();

create table capital.plan_rule (
    valid_from  date primary key,
    overrun     text not null,
    document_id bigint references document.document,
    mark        text not null,

    constraint plan_rule_overrun_known check (overrun in ('WARN', 'REFUSE')),
    constraint plan_rule_mark_known    check (mark in ('FOUND', 'KNOWN', 'UNSURE')),
    constraint plan_rule_has_its_law   check (document_id is not null or mark = 'UNSURE')
);
comment on table capital.plan_rule is 'What becomes of an approval that passes a plan target, from a day on.';
-- No published source says that such an approval is refused: the people who decide are warned.
insert into capital.plan_rule (valid_from, overrun, mark) values ('2002-10-04', 'WARN', 'UNSURE');

alter table capital.plan_target enable row level security;
alter table capital.plan_target force row level security;
create policy plan_target_scope on capital.plan_target
    using (points <@ (select shared.scope())) with check (points <@ (select shared.scope()));
create policy plan_target_narrow on capital.plan_target as restrictive to app_narrow using (false);
alter table capital.plan_ask enable row level security;
alter table capital.plan_ask force row level security;
create policy plan_ask_scope on capital.plan_ask
    using (points <@ (select shared.scope())) with check (points <@ (select shared.scope()));
create policy plan_ask_narrow on capital.plan_ask as restrictive to app_narrow using (false);

grant select, insert on capital.plan_target, capital.plan_ask, capital.plan_rule to dongvon_app;
grant usage on sequence capital.plan_target_id, capital.plan_ask_id to dongvon_app;

create view capital.v_plan_target with (security_invoker = true) as
    select distinct on (t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month)
           t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month, t.parent_id, t.points, t.amount, t.decided_on,
           d.code as document, d.number as document_number
      from capital.plan_target t
      join document.document d on d.id = t.document_id
     order by t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month, t.id desc;
comment on view capital.v_plan_target is 'The targets that hold, with their decision.';

create view capital.v_plan_ask with (security_invoker = true) as
    select distinct on (a.unit_id, a.year, a.programme_id, a.source)
           a.unit_id, a.year, a.programme_id, a.source, a.points, a.amount, a.reason, a.asked_on
      from capital.plan_ask a
     order by a.unit_id, a.year, a.programme_id, a.source, a.id desc;
comment on view capital.v_plan_ask is 'What communes ask for, by their last word.';

create view capital.v_plan_source with (security_invoker = true) as
    select t.contract_id, case when s.local then t.source else 'CENTRAL' end as source
      from capital.v_term t
      join capital.source s on s.code = t.source;
comment on view capital.v_plan_source is 'The line of the plan that the money of a contract counts on.';
grant select on capital.v_plan_target, capital.v_plan_ask, capital.v_plan_source to dongvon_app;

-- What a unit's target still leaves to those below it, also to who sees only one of them; none where it has no target.
create function capital.plan_room(unit bigint, of_year integer, programme integer, of_source text, of_month integer) returns bigint
    language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
    select own.amount - coalesce((select sum(c.amount)
                                    from (select distinct on (p.unit_id, p.hamlet) p.amount
                                            from capital.plan_target p
                                           where p.parent_id = unit and p.year = of_year and p.programme_id = programme
                                             and p.source = of_source and p.month = of_month
                                           order by p.unit_id, p.hamlet, p.id desc) c), 0)::bigint
      from (select t.amount
              from capital.plan_target t
             where t.unit_id = unit and t.hamlet = '' and t.year = of_year and t.programme_id = programme
               and t.source = of_source and t.month = of_month
             order by t.id desc
             limit 1) own;
end;
revoke execute on function capital.plan_room(bigint, integer, integer, text, integer) from public;
grant execute on function capital.plan_room(bigint, integer, integer, text, integer) to dongvon_app;
