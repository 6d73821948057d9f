create table session.reversal (
    journal_id bigint primary key references ledger.journal,
    point_id   bigint not null references organisation.point,
    reason     text   not null,

    constraint reversal_has_reason check (reason <> '' and length(reason) <= 300)
);
comment on table session.reversal is 'Why lines of a voucher were taken back, by the reversing journal.';

create trigger reversal_append_only before update or delete or truncate on session.reversal
    for each statement execute function shared.refuse_change();

alter table session.reversal enable row level security;
alter table session.reversal force row level security;
create policy reversal_scope on session.reversal
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));

grant select, insert on session.reversal to dongvon_app;
