create sequence identity.person_id;

create table identity.person (
    id bigint primary key default shared.new_id('identity.person_id')
);
comment on table identity.person is 'The human being behind an account: maker and checker are compared here, not by account.';
grant select on identity.person to dongvon_app;
grant insert (id) on identity.person to dongvon_app;
grant usage on sequence identity.person_id to dongvon_app;

alter table identity.account add column person_id bigint references identity.person;
do $$
declare
    account record;
    human bigint;
begin
    for account in select id from identity.account order by id loop
        insert into identity.person default values returning id into human;
        update identity.account set person_id = human where id = account.id;
    end loop;
end $$;
alter table identity.account alter column person_id set not null;
comment on column identity.account.person_id is 'One person has at most one active account.';
create unique index account_one_per_person on identity.account (person_id) where active;
grant insert (person_id) on identity.account to dongvon_app;
