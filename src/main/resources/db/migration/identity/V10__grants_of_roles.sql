-- What each role is: where it may be held, what it must be narrowed to, whether it ends. Reviewed data, not a setting.
create table identity.role_rule (
    role        text    primary key,
    ordinal     smallint not null unique,
    unit_kinds  text[]  not null,
    association text    not null default 'NEVER',
    one_group   text    not null default 'NEVER',
    one_person  text    not null default 'NEVER',
    ends        boolean not null default false,
    business    boolean not null,

    constraint role_rule_kinds_known check (cardinality(unit_kinds) > 0
        and unit_kinds <@ array['COUNTRY', 'PROVINCE', 'OFFICE', 'POINT', 'COMMUNE']),
    constraint role_rule_narrowing_known check (association in ('NEVER', 'MAY', 'MUST')
        and one_group in ('NEVER', 'MAY', 'MUST') and one_person in ('NEVER', 'MAY', 'MUST'))
);
comment on table identity.role_rule is
    'The roles: at which kinds of unit each may be held, whether it is narrowed, whether it must end.';
comment on column identity.role_rule.ordinal is 'Place in lists.';
comment on column identity.role_rule.association is 'Whether a grant names one association: NEVER, MAY or MUST.';
comment on column identity.role_rule.one_group is 'Whether a grant names one savings-and-credit group.';
comment on column identity.role_rule.one_person is 'Whether a grant names one person of a household.';
comment on column identity.role_rule.ends is 'Whether a grant must name its last day.';
comment on column identity.role_rule.business is 'Whether the role has to do with the books and their people; an administrator''s has not.';
insert into identity.role_rule (ordinal, role, unit_kinds, association, one_group, one_person, ends, business) values
    ( 1, 'LEADER',            '{OFFICE}',                                'NEVER', 'NEVER', 'NEVER', false, true),
    ( 2, 'TELLER',            '{OFFICE}',                                'NEVER', 'NEVER', 'NEVER', false, true),
    ( 3, 'CONTROLLER',        '{OFFICE}',                                'NEVER', 'NEVER', 'NEVER', false, true),
    ( 4, 'CREDIT_OFFICER',    '{OFFICE,POINT,COMMUNE}',                  'NEVER', 'NEVER', 'NEVER', false, true),
    ( 5, 'ACCOUNTANT',        '{OFFICE,PROVINCE,COUNTRY}',               'NEVER', 'NEVER', 'NEVER', false, true),
    ( 6, 'DIRECTOR',          '{OFFICE}',                                'NEVER', 'NEVER', 'NEVER', false, true),
    ( 7, 'FUND_OFFICER',      '{OFFICE,PROVINCE,COUNTRY}',               'NEVER', 'NEVER', 'NEVER', false, true),
    ( 8, 'MANAGER',           '{PROVINCE,COUNTRY}',                      'NEVER', 'NEVER', 'NEVER', false, true),
    ( 9, 'GROUP_HEAD',        '{POINT}',                                 'NEVER', 'MUST',  'NEVER', false, true),
    (10, 'ASSOCIATION_STAFF', '{POINT,COMMUNE,OFFICE,PROVINCE,COUNTRY}', 'MUST',  'NEVER', 'NEVER', false, true),
    (11, 'COMMUNE_OFFICIAL',  '{POINT,COMMUNE}',                         'NEVER', 'NEVER', 'NEVER', false, true),
    (12, 'INSPECTOR',         '{POINT,COMMUNE,OFFICE,PROVINCE,COUNTRY}', 'MAY',   'MAY',   'MAY',   true,  true),
    (13, 'AUDITOR',           '{OFFICE,PROVINCE,COUNTRY}',               'NEVER', 'NEVER', 'NEVER', false, true),
    (14, 'LOG_AUDITOR',       '{OFFICE,PROVINCE,COUNTRY}',               'NEVER', 'NEVER', 'NEVER', false, true),
    (15, 'ADMINISTRATOR',     '{OFFICE,PROVINCE,COUNTRY}',               'NEVER', 'NEVER', 'NEVER', false, false);
grant select on identity.role_rule to dongvon_app;

-- Two roles that one person never holds at the same time.
create table identity.role_conflict (
    role  text not null references identity.role_rule,
    other text not null references identity.role_rule,
    reach text not null,
    rule  text not null,

    primary key (role, other),
    constraint role_conflict_of_two      check (role <> other),
    constraint role_conflict_reach_known check (reach in ('UNIT', 'EVERYWHERE')),
    constraint role_conflict_rule_known  check (rule in ('ENTER_APPROVE', 'PREPARE_APPROVE', 'FUND_LEND', 'ADMINISTER'))
);
comment on table identity.role_conflict is 'Roles that one person never holds at the same time.';
comment on column identity.role_conflict.reach is 'UNIT: where the two units share a transaction point. EVERYWHERE: nowhere in the country.';
comment on column identity.role_conflict.rule is 'Why: who enters does not approve, who prepares does not approve, who keeps a fund does not lend it, who administers does no business.';
insert into identity.role_conflict (role, other, reach, rule) values
    ('TELLER',         'CONTROLLER', 'UNIT', 'ENTER_APPROVE'),
    ('TELLER',         'DIRECTOR',   'UNIT', 'ENTER_APPROVE'),
    ('CREDIT_OFFICER', 'DIRECTOR',   'UNIT', 'PREPARE_APPROVE');
insert into identity.role_conflict (role, other, reach, rule)
    select 'FUND_OFFICER', lending, 'EVERYWHERE', 'FUND_LEND'
      from unnest(array['LEADER', 'TELLER', 'CONTROLLER', 'CREDIT_OFFICER', 'DIRECTOR', 'MANAGER']) lending;
insert into identity.role_conflict (role, other, reach, rule)
    select 'ADMINISTRATOR', role, 'EVERYWHERE', 'ADMINISTER' from identity.role_rule where business;
grant select on identity.role_conflict to dongvon_app;

create sequence identity.role_grant_id;

-- No row-level security: every request reads it to make the scope. A grant is never rewritten; it ends.
create table identity.role_grant (
    id            bigint      primary key default shared.new_id('identity.role_grant_id'),
    account_id    bigint      not null references identity.account,
    role          text        not null references identity.role_rule,
    unit_id       bigint      not null references organisation.unit,
    association   text        references organisation.association,
    group_id      bigint,
    subject_id    bigint,
    valid_from    date        not null,
    valid_through date,
    granted_by    bigint      not null,
    approved_by   bigint      not null,
    recorded_at   timestamptz not null default transaction_timestamp(),
    ended_at      timestamptz,
    ended_by      bigint,

    constraint role_grant_period_forward   check (valid_through >= valid_from),
    constraint role_grant_end_is_signed    check ((ended_at is null) = (ended_by is null)),
    constraint role_grant_by_two_accounts  check (granted_by <> approved_by or granted_by = 0)
);
comment on table identity.role_grant is
    'A role that an account holds: where, narrowed to what, from when to when, given by whom and approved by whom.';
comment on column identity.role_grant.unit_id is 'The points below this unit are the scope.';
comment on column identity.role_grant.group_id is 'The one savings-and-credit group it is narrowed to.';
comment on column identity.role_grant.subject_id is 'The one person of a household it is narrowed to.';
comment on column identity.role_grant.valid_from is 'First business day of the country on which it holds.';
comment on column identity.role_grant.valid_through is 'Last business day on which it holds; none while it is open.';
comment on column identity.role_grant.granted_by is 'The account that asked for it; 0 is the operator at the terminal.';
comment on column identity.role_grant.approved_by is 'The account of the second person; 0 is the operator at the terminal.';
create index role_grant_by_account on identity.role_grant (account_id);
create index role_grant_by_unit on identity.role_grant (unit_id);

-- Grants in force or to come, of one person, that a new one would collide with.
create function identity.conflicts(human bigint, new_role text, new_unit bigint, from_day date, through_day date)
    returns table (grant_id bigint, role text, unit_id bigint, rule text)
    language sql stable
begin atomic
    select g.id, g.role, g.unit_id, c.rule
      from identity.account a
      join identity.role_grant g on g.account_id = a.id
      join identity.role_conflict c
        on (c.role = g.role and c.other = new_role) or (c.role = new_role and c.other = g.role)
     where a.person_id = human
       and g.ended_at is null
       and daterange(g.valid_from, g.valid_through, '[]') && daterange(from_day, through_day, '[]')
       and (c.reach = 'EVERYWHERE'
            or g.unit_id = new_unit
            or exists (select organisation.points_under(g.unit_id, organisation.latest_day())
                       intersect
                       select organisation.points_under(new_unit, organisation.latest_day())));
end;

create function identity.require_grant_fits() returns trigger language plpgsql as $$
declare
    fits  identity.role_rule;
    place text;
    human bigint;
    broken text;
begin
    select * into strict fits from identity.role_rule where role = new.role;
    select kind into place from organisation.unit where id = new.unit_id;
    select person_id into strict human from identity.account where id = new.account_id;
    -- Two grants given to one person at the same moment: the second waits, and then sees the first.
    perform pg_advisory_xact_lock(hashtextextended('identity.role_grant', human));
    broken := case
        when new.valid_through < new.valid_from then 'role_grant_period_forward'
        when not place = any (fits.unit_kinds) then 'role_grant_unit_fits_role'
        when fits.association = 'MUST' and new.association is null
          or fits.association = 'NEVER' and new.association is not null
          or fits.one_group = 'MUST' and new.group_id is null
          or fits.one_group = 'NEVER' and new.group_id is not null
          or fits.one_person = 'MUST' and new.subject_id is null
          or fits.one_person = 'NEVER' and new.subject_id is not null then 'role_grant_narrowing_fits_role'
        when fits.ends and new.valid_through is null then 'role_grant_names_its_end'
        when exists (select from identity.account a
                      where a.id in (new.granted_by, new.approved_by) and a.person_id = human)
            then 'role_grant_not_to_oneself'
        when new.granted_by <> 0 and (select count(distinct a.person_id) from identity.account a
                                       where a.id in (new.granted_by, new.approved_by)) <> 2
            then 'role_grant_by_two_persons'
        when exists (select from identity.conflicts(human, new.role, new.unit_id, new.valid_from, new.valid_through))
            then 'role_grant_roles_compatible'
    end;
    if broken is not null then
        raise exception using errcode = '23514', constraint = broken,
            message = format('a grant of %s to account %s breaks %s', new.role, new.account_id, broken);
    end if;
    return new;
end $$;
create trigger role_grant_fits before insert on identity.role_grant
    for each row execute function identity.require_grant_fits();

create function identity.keep_grants() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.ended_at is null and new.ended_at is not null
                and to_jsonb(new) - 'ended_at' - 'ended_by' = to_jsonb(old) - 'ended_at' - 'ended_by' then
            return new;
        end if;
    end if;
    raise exception using errcode = '23001', constraint = 'role_grant_only_ends',
        message = 'a grant is never changed or taken away: it ends, once';
end $$;
create trigger role_grant_only_ends before update or delete on identity.role_grant
    for each row execute function identity.keep_grants();
create trigger role_grant_never_emptied before truncate on identity.role_grant
    for each statement execute function identity.keep_grants();

grant select on identity.role_grant to dongvon_app;
grant insert (account_id, role, unit_id, association, group_id, subject_id, valid_from, valid_through, granted_by, approved_by)
    on identity.role_grant to dongvon_app;
grant update (ended_at, ended_by) on identity.role_grant to dongvon_app;
grant usage on sequence identity.role_grant_id to dongvon_app;

-- What accounts held until now becomes their first grant; closed accounts hold nothing any more.
insert into identity.role_grant (account_id, role, unit_id, valid_from, granted_by, approved_by)
    select a.id, a.role, a.unit_id, coalesce((select min(day) from organisation.business_day), date '1970-01-01'), 0, 0
      from identity.account a
     order by a.id;
update identity.role_grant g
   set ended_at = transaction_timestamp(), ended_by = 0
  from identity.account a
 where a.id = g.account_id and not a.active;
insert into organisation.staff_post (grant_id, staff_id, unit_id, role, valid_from, ended)
    select g.id, g.account_id, g.unit_id, g.role, g.valid_from, g.ended_at is not null
      from identity.role_grant g
      join organisation.staff s on s.id = g.account_id;

alter table identity.account drop column role, drop column unit_id;
comment on table identity.account is 'People who log in. What they may do where stands in their grants.';
