-- What an application under a job programme says besides 01/TD (01/GQVL), and what secures a direct loan.
create table loan.job_plan (
    application_id bigint   primary key references loan.application,
    point_id       bigint   not null references organisation.point,
    establishment  text,
    place          text     not null,
    created        smallint not null,
    kept           smallint not null,
    expanded       smallint not null,
    women          smallint not null,
    family         smallint not null,
    hired          smallint not null,
    of_the_class   smallint not null,
    priorities     text[]   not null,
    income         bigint   not null,
    cost           bigint   not null,

    constraint job_plan_place_written   check (length(place) between 2 and 200 and place is nfc normalized),
    constraint job_plan_establishment   check (length(establishment) between 2 and 200 and establishment is nfc normalized),
    constraint job_plan_jobs            check (created >= 0 and kept >= 0 and expanded >= 0 and created + kept + expanded > 0),
    constraint job_plan_women_among     check (women between 0 and created + kept + expanded),
    constraint job_plan_labour          check (family >= 0 and hired >= 0 and of_the_class between 0 and family + hired),
    constraint job_plan_priorities      check (priorities <@ array['DISABLED', 'MINORITY', 'EMPLOYS_DISABLED', 'EMPLOYS_MINORITY',
                                                                   'EMPLOYS_BOTH', 'KIN_OF_MERITORIOUS']),
    constraint job_plan_year            check (income >= 0 and cost >= 0)
);
comment on table loan.job_plan is 'What an application for a job loan says of jobs, labour and a year''s result (01/GQVL).';
comment on column loan.job_plan.establishment is 'The enterprise, cooperative or facility that the borrower applies for; empty for a household.';
comment on column loan.job_plan.created is 'Jobs newly made; kept and expanded likewise; women are among all three.';
comment on column loan.job_plan.of_the_class is 'How many of the labour are people whom the programme is for, such as ex-prisoners.';
comment on column loan.job_plan.income is 'đồng a year, as the cost.';

create sequence loan.collateral_id;
create table loan.collateral (
    id             bigint primary key default shared.new_id('loan.collateral_id'),
    application_id bigint not null references loan.application,
    point_id       bigint not null references organisation.point,
    kind           text   not null,
    description    text   not null,
    certificate    text   not null,
    owner          text   not null,
    value          bigint not null,
    entered_on     date   not null,
    submission     uuid   not null unique references shared.submission deferrable initially deferred,

    constraint collateral_kind_known  check (kind in ('FORMED', 'LAND', 'HOUSE', 'VEHICLE', 'MACHINERY', 'OTHER')),
    constraint collateral_described   check (length(description) between 5 and 300 and description is nfc normalized),
    constraint collateral_certificate check (length(certificate) <= 120 and certificate is nfc normalized),
    constraint collateral_owner       check (length(owner) between 2 and 120 and owner is nfc normalized),
    constraint collateral_value       check (value > 0)
);
comment on table loan.collateral is 'The register of what secures direct loans: each asset with its value. Append-only.';
comment on column loan.collateral.kind is 'FORMED is the asset that the loan itself pays for.';
comment on column loan.collateral.value is 'đồng, as the bank valued it.';
create index collateral_by_application on loan.collateral (application_id);
create trigger collateral_append_only before update or delete or truncate on loan.collateral
    for each statement execute function shared.refuse_change();

alter table loan.job_plan enable row level security;
alter table loan.job_plan force row level security;
create policy job_plan_scope on loan.job_plan
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy job_plan_narrow on loan.job_plan as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

alter table loan.collateral enable row level security;
alter table loan.collateral force row level security;
create policy collateral_scope on loan.collateral
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy collateral_narrow on loan.collateral as restrictive to app_narrow
    using (exists (select from loan.application a where a.id = application_id));

grant select, insert on loan.job_plan, loan.collateral to dongvon_app;
grant usage on sequence loan.collateral_id to dongvon_app;
