create table household.contact (
    person_id        bigint   not null references household.person,
    seq              smallint not null,
    point_id         bigint   not null references organisation.point,
    number_encrypted bytea    not null,
    number_key       smallint not null references household.identity_key,
    number_hash      bytea    not null,
    last3            text     not null,
    language         text     not null,
    consent          boolean  not null,
    signed_on        date     not null,
    paper            text     not null,
    booked_on        date     not null,
    submission       uuid     not null unique references shared.submission deferrable initially deferred,

    primary key (person_id, seq),
    constraint contact_counts         check (seq > 0),
    constraint contact_hash_is_sha256 check (octet_length(number_hash) = 32),
    constraint contact_shows_3_digits check (last3 ~ '^[0-9]{3}$'),
    constraint contact_language_known check (language in ('VI', 'EN')),
    constraint contact_signed_before  check (signed_on <= booked_on),
    constraint contact_has_paper      check (length(paper) between 2 and 80 and paper is nfc normalized and paper !~ '[0-9]{9}')
);
comment on table household.contact is
    'A person''s telephone number with the written consent to get messages there, and the end of that consent. Append-only; the newest row holds.';
comment on column household.contact.number_encrypted is 'Number of 10 digits, AES-256-GCM under the key kept outside the database.';
comment on column household.contact.number_key is 'Number of the key that number_encrypted is under.';
comment on column household.contact.number_hash is 'HMAC-SHA-256 of the number under the look-up key kept outside the database; tells whether two are the same.';
comment on column household.contact.last3 is 'What is shown of it: the last three digits.';
comment on column household.contact.language is 'The language of messages to this person.';
comment on column household.contact.signed_on is 'The day on the paper.';
comment on column household.contact.paper is 'The paper that was signed: form, number, where it is filed.';
comment on column household.contact.booked_on is 'The office''s open day on which it was written down.';
create index contact_by_point on household.contact (point_id, person_id);

-- What was said stays said; a rotation of keys alone may encrypt the number anew.
create function household.keep_contact() returns trigger language plpgsql as $$
begin
    if (new.person_id, new.seq, new.point_id, new.number_hash, new.last3, new.language, new.consent, new.signed_on, new.paper, new.booked_on,
        new.submission)
       is distinct from
       (old.person_id, old.seq, old.point_id, old.number_hash, old.last3, old.language, old.consent, old.signed_on, old.paper, old.booked_on,
        old.submission)
    then
        raise exception using errcode = '23514', constraint = 'contact_stays', message = 'a contact never changes; a new row follows it';
    end if;
    return new;
end $$;
create trigger contact_stays before update on household.contact
    for each row execute function household.keep_contact();
create trigger contact_never_lost before delete or truncate on household.contact
    for each statement execute function shared.refuse_change();

alter table household.contact enable row level security;
alter table household.contact force row level security;
create policy contact_scope on household.contact
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy contact_narrow on household.contact as restrictive to app_narrow
    using (false);

create view household.v_contact with (security_invoker = true) as
    select c.person_id, c.seq, c.point_id, c.last3, c.language, c.consent, c.signed_on, c.booked_on
      from household.contact c
     where not exists (select from household.contact l where l.person_id = c.person_id and l.seq > c.seq);
comment on view household.v_contact is 'The newest word of each person about messages, with the last digits of the number.';

create view household.v_contact_row with (security_invoker = true) as
    select c.person_id, c.seq, c.point_id, c.last3, c.consent, c.signed_on, c.booked_on
      from household.contact c;
comment on view household.v_contact_row is 'All that was said about messages, one after another.';

grant select, insert on household.contact to dongvon_app;
grant select on household.v_contact, household.v_contact_row to dongvon_app;
