-- What was returned is mended by whoever brought it: before and after of each correction, which the application follows by itself.
create table loan.application_correction (
    application_id  bigint   not null references loan.application,
    seq             smallint not null,
    point_id        bigint   not null references organisation.point,
    step            text     not null,
    former_purpose  text     not null,
    former_amount   bigint   not null,
    former_months   smallint not null,
    former_interval smallint not null,
    purpose         text     not null,
    amount          bigint   not null,
    term_months     smallint not null,
    interval_months smallint not null,
    role            text     not null,
    happened_on     date     not null,
    submission      uuid     not null references shared.submission deferrable initially deferred,

    primary key (application_id, seq),
    constraint application_correction_while_mended check (step in ('DRAFT', 'RETURNED_BY_ASSOCIATION', 'RETURNED_BY_COMMUNE',
                                                                   'RETURNED_BY_BANK')),
    constraint application_correction_not_above    check (step = 'DRAFT' or (amount <= former_amount and term_months <= former_months)),
    constraint application_correction_of_something check ((purpose, amount, term_months, interval_months)
                                                          <> (former_purpose, former_amount, former_months, former_interval))
);
comment on table loan.application_correction is
    'What whoever brought an application changed of it while it was a draft or returned. Append-only.';
comment on constraint application_correction_not_above on loan.application_correction is
    'What a meeting chose, or the bank received, is lowered and never raised: more is another application.';

create function loan.follow_application_correction() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update loan.application a
       set purpose = new.purpose, amount = new.amount, term_months = new.term_months, interval_months = new.interval_months
     where a.id = new.application_id and a.point_id = new.point_id and a.step = new.step
       and (a.purpose, a.amount, a.term_months, a.interval_months)
           = (new.former_purpose, new.former_amount, new.former_months, new.former_interval);
    if not found then
        raise exception 'application % is not as its correction found it', new.application_id;
    end if;
    return null;
end $$;
create trigger application_correction_is_followed after insert on loan.application_correction
    for each row execute function loan.follow_application_correction();
create trigger application_correction_append_only before update or delete or truncate on loan.application_correction
    for each statement execute function shared.refuse_change();

alter table loan.application_correction enable row level security;
alter table loan.application_correction force row level security;
create policy application_correction_scope on loan.application_correction
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy application_correction_narrow on loan.application_correction as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

grant select, insert on loan.application_correction to dongvon_app;
