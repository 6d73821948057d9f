create table household.person_tag (
    person_id bigint primary key references household.person,
    point_id  bigint not null references organisation.point,
    key       bytea,
    tag       bytea  not null,

    constraint person_tag_key_is_256_bits check (octet_length(key) = 32),
    constraint person_tag_is_sha256       check (octet_length(tag) = 32)
);
comment on table household.person_tag is
    'What stands for a person in the sealed book. Made when a line of theirs is sealed for the first time; the tag never changes.';
comment on column household.person_tag.key is 'Random, of this person alone. Once it is erased, nobody can tell whose the tag is.';
comment on column household.person_tag.tag is 'HMAC-SHA-256 of identity number, full name and day of birth under the key: docs/domain/seals.md.';

-- The key may be erased; nothing else ever changes.
create function household.keep_tag() returns trigger language plpgsql as $$
begin
    if (new.person_id, new.point_id, new.tag) is distinct from (old.person_id, old.point_id, old.tag) or new.key is not null then
        raise exception using errcode = '23514', constraint = 'person_tag_stays', message = 'a tag never changes; its key can only be erased';
    end if;
    return new;
end $$;
create trigger person_tag_stays before update on household.person_tag
    for each row execute function household.keep_tag();
create trigger person_tag_never_lost before delete or truncate on household.person_tag
    for each statement execute function shared.refuse_change();

alter table household.person_tag enable row level security;
alter table household.person_tag force row level security;
create policy person_tag_scope on household.person_tag
    using (point_id <@ (select shared.scope()) and not (select shared.narrowed()))
    with check (point_id <@ (select shared.scope()) and not (select shared.narrowed()));
grant select, insert on household.person_tag to dongvon_app;

create view household.v_person_tag with (security_invoker = true) as
    select t.person_id, encode(t.tag, 'hex') as tag
      from household.person_tag t;
comment on view household.v_person_tag is 'What stands for people in the sealed book.';
grant select on household.v_person_tag to dongvon_app;
