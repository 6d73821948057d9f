grant usage on schema closing to dongvon_app;

create sequence closing.run_id;

create table closing.run (
    id          bigint      primary key default shared.new_id('closing.run_id'),
    office_id   bigint      not null references organisation.unit,
    point_id    bigint      not null references organisation.point,
    from_day    date        not null,
    to_day      date        not null,
    actor_id    bigint      not null,
    started_at  timestamptz not null default transaction_timestamp(),
    finished_at timestamptz,
    journals    integer,

    unique (office_id, from_day),
    constraint run_period_forward       check (to_day >= from_day),
    constraint run_times_forward        check (finished_at >= started_at),
    constraint run_journals_not_negative check (journals >= 0)
);
comment on table closing.run is 'The close of an office''s day, or of several days in one go on which nothing happened.';
comment on column closing.run.point_id is 'The office''s direct point.';
comment on column closing.run.journals is
    'Journals of the day when its last step ended. More of them at the next step: somebody posted meanwhile, and the steps run again.';

create table closing.step_run (
    run_id      bigint      not null references closing.run,
    step        text        not null,
    ordinal     smallint    not null,
    point_id    bigint      not null references organisation.point,
    started_at  timestamptz,
    finished_at timestamptz,
    touched     bigint,

    primary key (run_id, step),
    constraint step_run_times_forward      check (finished_at >= started_at),
    constraint step_run_finished_counts    check ((finished_at is null) = (touched is null)),
    constraint step_run_touched_not_negative check (touched >= 0)
);
comment on table closing.step_run is 'The steps of a run in their order, and how many things each touched.';

-- A finished run is history.
create function closing.keep_finished() returns trigger language plpgsql as $$
begin
    if old.finished_at is not null then
        raise exception using errcode = '23514', constraint = 'run_finished_stays',
            message = format('the close of %s to %s is finished', old.from_day, old.to_day);
    end if;
    return new;
end $$;
create trigger run_finished_stays before update on closing.run
    for each row execute function closing.keep_finished();
create function closing.keep_all() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23001', constraint = tg_table_name || '_never_lost',
        message = format('%s.%s is never emptied', tg_table_schema, tg_table_name);
end $$;
create trigger run_never_lost before delete or truncate on closing.run
    for each statement execute function closing.keep_all();
create trigger step_run_never_lost before delete or truncate on closing.step_run
    for each statement execute function closing.keep_all();

alter table closing.run enable row level security;
alter table closing.run force row level security;
create policy run_scope on closing.run
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
alter table closing.step_run enable row level security;
alter table closing.step_run force row level security;
create policy step_run_scope on closing.step_run
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on closing.run, closing.step_run to dongvon_app;
grant update (finished_at, journals) on closing.run to dongvon_app;
grant update (ordinal, started_at, finished_at, touched) on closing.step_run to dongvon_app;
grant usage on sequence closing.run_id to dongvon_app;
