-- What a programme's law rules besides rates and caps: one dated row a rule and change, each with its document.
create table programme.term (
    programme_id smallint not null references programme.programme,
    rule         text     not null,
    valid_from   date     not null,
    value        text     not null,
    document_id  bigint   references document.document,
    mark         text     not null,
    note_vi      text     not null default '',
    note_en      text     not null default '',
    shipped      boolean  not null default false,

    primary key (programme_id, rule, valid_from),
    constraint term_rule_plain   check (rule ~ '^[A-Z][A-Z0-9_]{0,62}$'),
    constraint term_value_given  check (value <> ''),
    constraint term_mark_known   check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint term_has_basis    check (document_id is not null or note_vi <> '')
);
comment on table programme.term is
    'Dated rules of each programme: state, channel, term, instalments, security, evidence and the like. A change is a new row.';
comment on column programme.term.rule is 'A name of TermCode, which also says how the value is read.';
create trigger term_raises_version after insert or update or delete on programme.term
    for each statement execute function programme.raise_version();
create trigger term_never_emptied before truncate on programme.term
    for each statement execute function shared.refuse_change();
grant select, insert on programme.term to dongvon_app;

-- The rows come with the shipped data, loaded after the migrations.
alter table programme.programme
    drop column state,
    drop column channel,
    drop column term_rule,
    drop column term_months_max,
    drop column instalment_months,
    drop column principal_free_months,
    drop column security,
    drop column security_above;

-- Programmes not held together are rows of INCOMPATIBLE now, changed like every rule.
drop table programme.exclusion;

-- A new cap ends the one before it, and nothing else of that one changes.
grant insert on programme.cap to dongvon_app;
grant update (valid) on programme.cap to dongvon_app;
create function programme.keep_caps() returns trigger language plpgsql as $$
begin
    if current_user <> (select relowner::regrole::text from pg_class where oid = tg_relid)
       and not (upper_inf(old.valid) and not upper_inf(new.valid) and lower(new.valid) is not distinct from lower(old.valid)) then
        raise exception using errcode = '23514', constraint = 'cap_only_ends', message = 'a cap that is in force may end, once';
    end if;
    return new;
end $$;
create trigger cap_only_ends before update on programme.cap
    for each row execute function programme.keep_caps();
