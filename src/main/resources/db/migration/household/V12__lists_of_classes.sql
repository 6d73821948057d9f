create sequence household.class_list_id;
create table household.class_list (
    id          bigint  primary key default shared.new_id('household.class_list_id'),
    document_id bigint  not null references document.document,
    point_id    bigint  not null references organisation.point,
    decided_on  date    not null,
    complete    boolean not null,
    submission  uuid    not null references shared.submission deferrable initially deferred,

    constraint class_list_once  unique (document_id, point_id),
    constraint class_list_point unique (id, point_id)
);
comment on table household.class_list is
    'Decisions of communes on who is poor, near-poor, newly escaped or of average standard, by point. Two persons enter them. Append-only.';
comment on column household.class_list.complete is
    'It names everybody: whom it leaves out has left the list. Otherwise it changes only whom it names.';
create index class_list_by_point on household.class_list (point_id, decided_on, id);
create trigger class_list_append_only before update or delete or truncate on household.class_list
    for each statement execute function shared.refuse_change();

create table household.class_entry (
    list_id      bigint not null,
    household_id bigint not null references household.household,
    point_id     bigint not null references organisation.point,
    class        text   not null,

    primary key (list_id, household_id),
    constraint class_entry_of_list     foreign key (list_id, point_id) references household.class_list (id, point_id),
    constraint class_entry_class_known check (class in ('POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'AVERAGE'))
);
comment on table household.class_entry is 'The class of a household by a decision of its commune. Append-only.';
create index class_entry_by_household on household.class_entry (household_id);
create trigger class_entry_append_only before update or delete or truncate on household.class_entry
    for each statement execute function shared.refuse_change();

create table household.class_upload (
    key         uuid        primary key,
    point_id    bigint      not null references organisation.point,
    actor_id    bigint      not null,
    file_name   text        not null,
    content     bytea       not null,
    requested   boolean     not null default false,
    recorded_at timestamptz not null default transaction_timestamp(),

    constraint class_upload_limited check (octet_length(content) <= 20971520)
);
comment on table household.class_upload is
    'Files of classes that somebody looks through; kept once their approval is asked for, else gone with the next file after a day.';

alter table household.class_list enable row level security;
alter table household.class_list force row level security;
create policy class_list_scope on household.class_list
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
-- A list says which decision there is; whom it names is narrowed below.
create policy class_list_narrow on household.class_list as restrictive to app_narrow
    using (point_id <@ (select shared.scope()));

alter table household.class_entry enable row level security;
alter table household.class_entry force row level security;
create policy class_entry_scope on household.class_entry
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy class_entry_narrow on household.class_entry as restrictive to app_narrow
    using (exists (select from household.household h where h.id = household_id));

alter table household.class_upload enable row level security;
alter table household.class_upload force row level security;
create policy class_upload_scope on household.class_upload
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy class_upload_narrow on household.class_upload as restrictive to app_narrow
    using (false);

grant select, insert on household.class_list, household.class_entry to dongvon_app;
grant select, insert, delete, update (requested) on household.class_upload to dongvon_app;
grant usage on sequence household.class_list_id to dongvon_app;
