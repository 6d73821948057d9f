create table savings.debit_consent (
    account_id bigint   not null references savings.account,
    seq        smallint not null,
    point_id   bigint   not null references organisation.point,
    given      boolean  not null,
    signed_on  date     not null,
    submission uuid     not null unique references shared.submission deferrable initially deferred,

    primary key (account_id, seq),
    constraint debit_consent_counts check (seq > 0)
);
comment on table savings.debit_consent is
    'Written consent of members (01/TGTV) that what is due of their loans is taken from their deposit, and its end. Append-only; the newest row holds.';
comment on column savings.debit_consent.signed_on is 'The day on the paper.';
create trigger debit_consent_append_only before update or delete or truncate on savings.debit_consent
    for each statement execute function shared.refuse_change();

alter table savings.debit_consent enable row level security;
alter table savings.debit_consent force row level security;
create policy debit_consent_scope on savings.debit_consent
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy debit_consent_narrow on savings.debit_consent as restrictive to app_narrow
    using (exists (select from savings.account a where a.id = account_id));

create view savings.v_debit_consent with (security_invoker = true) as
    select a.member_id, a.id as account_id, a.point_id, c.given, c.signed_on
      from savings.account a
      join lateral (
           select d.given, d.signed_on from savings.debit_consent d where d.account_id = a.id order by d.seq desc limit 1) c on true
     where a.closed_on is null;
comment on view savings.v_debit_consent is 'The newest word of each member who ever said something about debits.';

grant select, insert on savings.debit_consent to dongvon_app;
grant select on savings.v_debit_consent to dongvon_app;
