grant usage on schema simulation to dongvon_app;

create table simulation.demonstration (
    single      boolean     primary key default true,
    seed        bigint      not null,
    plan        text        not null,
    begun_at    timestamptz not null default transaction_timestamp(),
    finished_at timestamptz,

    constraint demonstration_is_one         check (single),
    constraint demonstration_plan_is_sha256 check (plan ~ '^[0-9a-f]{64}$'),
    constraint demonstration_times_forward  check (finished_at >= begun_at)
);
comment on table simulation.demonstration is
    'A row says that the people of this database are invented, from its first moment on: every page shows it.';
comment on column simulation.demonstration.plan is 'SHA-256 of all that is to happen; a half filled folder goes on with the same plan only.';
grant select, insert on simulation.demonstration to dongvon_app;
grant update (finished_at) on simulation.demonstration to dongvon_app;

create table simulation.step (
    name     text   primary key,
    point_id bigint not null
);
comment on table simulation.step is 'What of the plan has been done, each row in the transaction of what it names.';

create table simulation.made (
    code     text   primary key,
    id       bigint not null,
    point_id bigint not null
);
comment on table simulation.made is 'Which identifier the books gave to each thing of the plan.';

alter table simulation.step enable row level security;
alter table simulation.step force row level security;
create policy step_scope on simulation.step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table simulation.made enable row level security;
alter table simulation.made force row level security;
create policy made_scope on simulation.made
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on simulation.step, simulation.made to dongvon_app;
