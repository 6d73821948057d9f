-- Numbers that a house may set for itself, dated: the row in force is the latest that has begun. Nothing is changed or
-- taken back; another row follows.
create table identity.setting (
    name    text        not null,
    from_at timestamptz not null default transaction_timestamp(),
    value   integer     not null,
    set_by  bigint      not null,

    primary key (name, from_at),
    constraint setting_known check (case name
        when 'IDLE_MINUTES'             then value between 1 and 720
        when 'SIGN_IN_HOURS'            then value between 1 and 24
        when 'ONE_TIME_PASSWORD_HOURS'  then value between 1 and 336
        when 'ADDRESS_FAILURES'         then value between 10 and 10000
        when 'TOKEN_DAYS'               then value between 1 and 366
        else false end)
);
comment on table identity.setting is
    'IDLE_MINUTES and SIGN_IN_HOURS end a sign-in, ONE_TIME_PASSWORD_HOURS a password that someone else chose, TOKEN_DAYS is the longest life of an access token; ADDRESS_FAILURES wrong log-ins from one address within fifteen minutes close the log-in to it.';
comment on column identity.setting.set_by is 'The account that set it; 0 is the operator at the terminal, or this program as shipped.';
insert into identity.setting (name, from_at, value, set_by) values
    ('IDLE_MINUTES',            '2003-01-01 00:00+07', 30,  0),
    ('SIGN_IN_HOURS',           '2003-01-01 00:00+07', 12,  0),
    ('ONE_TIME_PASSWORD_HOURS', '2003-01-01 00:00+07', 72,  0),
    ('ADDRESS_FAILURES',        '2003-01-01 00:00+07', 100, 0),
    ('TOKEN_DAYS',              '2003-01-01 00:00+07', 366, 0);

create table identity.second_factor_rule (
    role     text        not null,
    from_at  timestamptz not null default transaction_timestamp(),
    required boolean     not null,
    set_by   bigint      not null,

    primary key (role, from_at),
    constraint second_factor_rule_names_role check (role ~ '^[A-Z_]+$')
);
comment on table identity.second_factor_rule is
    'Which roles log in with a second factor; the row in force is the latest that has begun, a role without a row needs none.';
insert into identity.second_factor_rule (role, from_at, required, set_by) values
    ('DIRECTOR',      '2003-01-01 00:00+07', true, 0),
    ('ADMINISTRATOR', '2003-01-01 00:00+07', true, 0);

create function identity.setting_now(asked text) returns integer
    language sql stable parallel safe
    return (select value from identity.setting
             where name = asked and from_at <= clock_timestamp()
             order by from_at desc limit 1);

create function identity.second_factor_required(asked text) returns boolean
    language sql stable parallel safe
    return coalesce((select required from identity.second_factor_rule
                      where role = asked and from_at <= clock_timestamp()
                      order by from_at desc limit 1), false);

grant select, insert on identity.setting, identity.second_factor_rule to dongvon_app;
create trigger setting_append_only before update or delete or truncate on identity.setting
    for each statement execute function shared.refuse_change();
create trigger second_factor_rule_append_only before update or delete or truncate on identity.second_factor_rule
    for each statement execute function shared.refuse_change();
