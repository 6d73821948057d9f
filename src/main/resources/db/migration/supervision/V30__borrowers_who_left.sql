-- Borrowers who left the locality (bỏ đi khỏi địa phương): the head's notice, the association's list, the commune's meeting, what was
-- done, and their return. Each step names the kind of the one before it, so that what is open is open by constraint alone.
create table supervision.absence_step (
    loan_id     bigint  not null references loan.loan,
    seq         integer not null,
    point_id    bigint  not null references organisation.point,
    kind        text    not null,
    measure     text,
    happened_on date    not null,
    booked_on   date    not null,
    note        text    not null,
    role        text    not null,
    before_seq  integer,
    before_kind text,
    submission  uuid    not null unique references shared.submission deferrable initially deferred,

    constraint absence_step_pk         primary key (loan_id, seq),
    constraint absence_step_state      unique (loan_id, seq, kind),
    constraint absence_step_follows    foreign key (loan_id, before_seq, before_kind) references supervision.absence_step (loan_id, seq, kind),
    constraint absence_step_kind_known check (kind in ('REPORTED', 'LISTED', 'MEETING', 'MEASURE', 'RETURNED')),
    constraint absence_step_next       check (case when seq = 1 then before_seq is null and before_kind is null
                                                   else before_seq is not null and before_kind is not null and before_seq = seq - 1 end),
    constraint absence_step_open       check ((kind = 'REPORTED') = (before_kind is null or before_kind = 'RETURNED')),
    constraint absence_step_measure    check ((kind = 'MEASURE') = (measure is not null)
                                          and measure in ('SEARCH', 'RELATIVES', 'RECOVERY', 'FREEZE')),
    constraint absence_step_not_ahead  check (happened_on <= booked_on),
    constraint absence_step_note       check (length(note) between 3 and 300 and note is nfc normalized)
);
comment on table supervision.absence_step is 'What became of a borrower who left the locality, step by step, by loan. Append-only.';
comment on constraint absence_step_open on supervision.absence_step is 'It begins with a notice, and again after a return; nothing else is noted of who is there.';
create trigger absence_step_append_only before update or delete or truncate on supervision.absence_step
    for each statement execute function shared.refuse_change();

alter table supervision.absence_step enable row level security;
alter table supervision.absence_step force row level security;
create policy absence_step_scope on supervision.absence_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy absence_step_narrow on supervision.absence_step as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));

create view supervision.v_absent with (security_invoker = true) as
    select s.loan_id, s.point_id, max(r.happened_on) as left_on
      from supervision.absence_step s
      join supervision.absence_step r on r.loan_id = s.loan_id and r.kind = 'REPORTED'
     where s.kind <> 'RETURNED'
       and not exists (select from supervision.absence_step n where n.loan_id = s.loan_id and n.seq > s.seq)
     group by s.loan_id, s.point_id;
comment on view supervision.v_absent is 'Loans whose borrower has left and not come back, with the day of the last notice.';

grant select, insert on supervision.absence_step to dongvon_app;
grant select on supervision.v_absent to dongvon_app;
