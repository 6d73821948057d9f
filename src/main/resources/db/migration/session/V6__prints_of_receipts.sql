create table session.receipt_print (
    line_id    uuid        not null,
    number     integer     not null,
    point_id   bigint      not null references organisation.point,
    printed_at timestamptz not null default transaction_timestamp(),
    account_id bigint      not null,
    human_id   bigint      not null,

    primary key (line_id, number),
    constraint receipt_print_counts check (number > 0)
);
comment on table session.receipt_print is
    'Each receipt 01/BL that was handed out as a file, by the posted line it is of: the first is the original, the others say which reprint they are. Append-only.';
comment on column session.receipt_print.number is '1: the original; 2: the first reprint.';
comment on column session.receipt_print.human_id is 'The human being behind the account.';

create trigger receipt_print_append_only before update or delete or truncate on session.receipt_print
    for each statement execute function shared.refuse_change();

alter table session.receipt_print enable row level security;
alter table session.receipt_print force row level security;
create policy receipt_print_scope on session.receipt_print
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy receipt_print_narrow on session.receipt_print as restrictive to app_narrow
    using (false);

grant select, insert on session.receipt_print to dongvon_app;
