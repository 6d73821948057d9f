-- How much anybody may ask of the pages, dated: the row in force is the latest that has begun. Nothing is changed or taken
-- back; another row follows.
create table shared.web_limit (
    name    text        not null,
    from_at timestamptz not null default clock_timestamp(),
    value   integer     not null,
    set_by  bigint      not null,

    primary key (name, from_at),
    constraint web_limit_known check (case name
        when 'FILES_PER_MINUTE'   then value between 60 and 1000000
        when 'PUBLIC_PER_MINUTE'  then value between 10 and 1000000
        when 'ACCOUNT_PER_MINUTE' then value between 10 and 1000000
        when 'REPORTS_PER_MINUTE' then value between 1 and 1000000
        when 'EXPORTS_PER_MINUTE' then value between 1 and 1000000
        when 'UPLOADS_PER_MINUTE' then value between 1 and 1000000
        when 'UPLOAD_MEGABYTES'   then value between 1 and 20
        when 'FORM_KILOBYTES'     then value between 64 and 1024
        else false end)
);
comment on table shared.web_limit is
    'FILES_PER_MINUTE is for an address, PUBLIC_PER_MINUTE for one that nobody is logged in from, the others for an account; UPLOAD_MEGABYTES is the largest file that is handed in, FORM_KILOBYTES the largest form.';
comment on column shared.web_limit.set_by is 'The account that set it; 0 is the operator at the terminal, or this program as shipped.';
insert into shared.web_limit (name, from_at, value, set_by) values
    ('FILES_PER_MINUTE',   '2003-01-01 00:00+07', 3000, 0),
    ('PUBLIC_PER_MINUTE',  '2003-01-01 00:00+07', 300,  0),
    ('ACCOUNT_PER_MINUTE', '2003-01-01 00:00+07', 600,  0),
    ('REPORTS_PER_MINUTE', '2003-01-01 00:00+07', 60,   0),
    ('EXPORTS_PER_MINUTE', '2003-01-01 00:00+07', 12,   0),
    ('UPLOADS_PER_MINUTE', '2003-01-01 00:00+07', 12,   0),
    ('UPLOAD_MEGABYTES',   '2003-01-01 00:00+07', 20,   0),
    ('FORM_KILOBYTES',     '2003-01-01 00:00+07', 1024, 0);

grant select, insert on shared.web_limit to dongvon_app;
create trigger web_limit_append_only before update or delete or truncate on shared.web_limit
    for each statement execute function shared.refuse_change();
