-- The yearly classification of debts by the ability to repay and by cause (phân loại nợ): docs/domain/debt-classification.md.
create sequence supervision.debt_round_id;

create table supervision.debt_round (
    id         bigint   primary key default shared.new_id('supervision.debt_round_id'),
    point_id   bigint   not null references organisation.point,
    year       smallint not null,
    taken_on   date     not null,
    human      bigint   not null,
    submission uuid     not null references shared.submission deferrable initially deferred,

    constraint debt_round_at_point unique (id, point_id),
    constraint debt_round_once     unique (point_id, year),
    constraint debt_round_of_year  check (year = extract(year from taken_on))
);
comment on table supervision.debt_round is 'The debts of a transaction point as they were taken in a year for classification. Append-only.';
create trigger debt_round_append_only before update or delete or truncate on supervision.debt_round
    for each statement execute function shared.refuse_change();

create table supervision.debt (
    round_id     bigint not null,
    loan_id      bigint not null references loan.loan,
    point_id     bigint not null,
    group_id     bigint references "group".credit_group,
    programme_id integer not null references programme.programme,
    principal    bigint not null,
    overdue      bigint not null,
    frozen       bigint not null,
    interest     bigint not null,

    constraint debt_pk       primary key (round_id, loan_id),
    constraint debt_of_round foreign key (round_id, point_id) references supervision.debt_round (id, point_id),
    constraint debt_at_risk  check (overdue >= 0 and frozen >= 0 and overdue + frozen > 0 and principal >= overdue + frozen and interest >= 0)
);
comment on table supervision.debt is 'A running loan with overdue or frozen principal, and what it owed on the day of its round, in đồng. Append-only.';
comment on column supervision.debt.principal is 'All principal owed; overdue and frozen are of it.';
create index debt_by_loan on supervision.debt (loan_id);
create trigger debt_append_only before update or delete or truncate on supervision.debt
    for each statement execute function shared.refuse_change();

create table supervision.debt_step (
    round_id    bigint  not null,
    loan_id     bigint  not null,
    seq         integer not null,
    point_id    bigint  not null references organisation.point,
    kind        text    not null,
    ability     text,
    cause       text,
    measure     text,
    note        text    not null,
    happened_on date    not null,
    booked_on   date    not null,
    human       bigint  not null,
    role        text    not null,
    before_seq  integer,
    before_kind text,
    submission  uuid    not null unique references shared.submission deferrable initially deferred,

    constraint debt_step_pk         primary key (round_id, loan_id, seq),
    constraint debt_step_state      unique (round_id, loan_id, seq, kind),
    constraint debt_step_of_debt    foreign key (round_id, loan_id) references supervision.debt (round_id, loan_id),
    constraint debt_step_of_round   foreign key (round_id, point_id) references supervision.debt_round (id, point_id),
    constraint debt_step_follows    foreign key (round_id, loan_id, before_seq, before_kind)
        references supervision.debt_step (round_id, loan_id, seq, kind),
    constraint debt_step_kind_known check (kind in ('CLASSIFIED', 'FOLLOWED')),
    constraint debt_step_next       check (case when seq = 1 then before_seq is null and before_kind is null
                                                else before_seq is not null and before_kind is not null and before_seq = seq - 1 end),
    constraint debt_step_order      check (case kind when 'CLASSIFIED' then coalesce(before_kind, 'CLASSIFIED') = 'CLASSIFIED'
                                                     else before_kind is not null end),
    constraint debt_step_classified check ((kind = 'CLASSIFIED') = (ability is not null and cause is not null)
                                       and (kind = 'CLASSIFIED' or (ability is null and cause is null))),
    constraint debt_step_names      check (ability ~ '^[A-Z_]{2,40}$' and cause ~ '^[A-Z_]{2,40}$'),
    constraint debt_step_measure    check ((kind = 'FOLLOWED') = (measure is not null)
                                       and measure in ('ASKED', 'RELATIVES', 'SEARCH', 'PART_PAID', 'RISK_DOSSIER', 'COURT', 'OTHER')),
    constraint debt_step_not_ahead  check (happened_on <= booked_on),
    constraint debt_step_note       check (length(note) between 3 and 300 and note is nfc normalized)
);
comment on table supervision.debt_step is
    'How a debt was classified, with its evidence, and what was done about it afterwards; the newest classification holds. Append-only.';
comment on column supervision.debt_step.ability is 'One of the rule DEBT_ABILITIES of the day of the round.';
comment on column supervision.debt_step.cause is 'One of the rule DEBT_CAUSES of the day of the round.';
create trigger debt_step_append_only before update or delete or truncate on supervision.debt_step
    for each statement execute function shared.refuse_change();

create sequence supervision.debt_signature_id;

create table supervision.debt_signature (
    id         bigint  primary key default shared.new_id('supervision.debt_signature_id'),
    round_id   bigint  not null,
    point_id   bigint  not null,
    level      text    not null,
    group_id   bigint  references "group".credit_group,
    debts      integer not null,
    principal  bigint  not null,
    minutes    text,
    signed_on  date    not null,
    human      bigint  not null,
    role       text    not null,
    submission uuid    not null unique references shared.submission deferrable initially deferred,

    constraint debt_signature_of_round foreign key (round_id, point_id) references supervision.debt_round (id, point_id),
    constraint debt_signature_once     unique nulls not distinct (round_id, level, group_id),
    constraint debt_signature_level    check ((level = 'GROUP') = (group_id is not null)
                                          and (level = 'OFFICE') = (minutes is not null)
                                          and case level when 'GROUP' then role in ('GROUP_HEAD', 'ASSOCIATION_STAFF')
                                                         when 'COMMUNE' then role = 'COMMUNE_OFFICIAL'
                                                         when 'OFFICE' then role = 'DIRECTOR'
                                                         else false end),
    constraint debt_signature_of_debts check (debts > 0 and principal > 0),
    constraint debt_signature_minutes  check (length(minutes) between 3 and 200 and minutes is nfc normalized)
);
comment on table supervision.debt_signature is
    'Who signed the classification: for a group, for the commune, and for the bank, by which the round is closed. Append-only.';
comment on column supervision.debt_signature.principal is 'What was signed for: the principal of the debts.';
create trigger debt_signature_append_only before update or delete or truncate on supervision.debt_signature
    for each statement execute function shared.refuse_change();

-- What was signed is not classified again, and nothing is followed before the bank has signed.
create function supervision.require_open_debt() returns trigger language plpgsql as $$
declare
    closed boolean;
    signed boolean;
begin
    select coalesce(bool_or(s.level = 'OFFICE'), false), coalesce(bool_or(s.level = 'OFFICE' or s.group_id = d.group_id), false)
      into closed, signed
      from supervision.debt d
      left join supervision.debt_signature s on s.round_id = d.round_id
     where d.round_id = new.round_id and d.loan_id = new.loan_id;
    if new.kind = 'CLASSIFIED' and signed then
        raise exception using errcode = '23514', constraint = 'debt_step_unsigned', message = 'the classification of this debt is signed';
    end if;
    if new.kind = 'FOLLOWED' and not closed then
        raise exception using errcode = '23514', constraint = 'debt_step_closed', message = 'the round of this debt is not closed';
    end if;
    return new;
end $$;
create trigger debt_step_in_its_time before insert on supervision.debt_step
    for each row execute function supervision.require_open_debt();

alter table supervision.debt enable row level security;
alter table supervision.debt force row level security;
create policy debt_scope on supervision.debt
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy debt_narrow on supervision.debt as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

alter table supervision.debt_round enable row level security;
alter table supervision.debt_round force row level security;
create policy debt_round_scope on supervision.debt_round
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy debt_round_narrow on supervision.debt_round as restrictive to app_narrow
    using (exists (select from supervision.debt d where d.round_id = id));

alter table supervision.debt_step enable row level security;
alter table supervision.debt_step force row level security;
create policy debt_step_scope on supervision.debt_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy debt_step_narrow on supervision.debt_step as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

alter table supervision.debt_signature enable row level security;
alter table supervision.debt_signature force row level security;
create policy debt_signature_scope on supervision.debt_signature
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy debt_signature_narrow on supervision.debt_signature as restrictive to app_narrow
    using (exists (select from supervision.debt_round r where r.id = round_id));

create view supervision.v_debt with (security_invoker = true) as
    select d.round_id, r.year, r.taken_on, d.loan_id, d.point_id, d.group_id, d.programme_id, d.principal, d.overdue, d.frozen, d.interest,
           c.ability, c.cause, c.note as evidence, c.human as classified_by, o.signed_on as closed_on,
           (select max(f.happened_on) from supervision.debt_step f
             where f.round_id = d.round_id and f.loan_id = d.loan_id and f.kind = 'FOLLOWED') as followed_on
      from supervision.debt d
      join supervision.debt_round r on r.id = d.round_id
      left join supervision.debt_signature o on o.round_id = d.round_id and o.level = 'OFFICE'
      left join lateral (select s.ability, s.cause, s.note, s.human
                           from supervision.debt_step s
                          where s.round_id = d.round_id and s.loan_id = d.loan_id and s.kind = 'CLASSIFIED'
                          order by s.seq desc
                          limit 1) c on true;
comment on view supervision.v_debt is
    'Each debt of a round with its newest classification, the day on which the bank closed the round and the day it was last followed.';

grant select, insert on supervision.debt_round, supervision.debt, supervision.debt_step, supervision.debt_signature to dongvon_app;
grant usage on sequence supervision.debt_round_id, supervision.debt_signature_id to dongvon_app;
grant select on supervision.v_debt to dongvon_app;
