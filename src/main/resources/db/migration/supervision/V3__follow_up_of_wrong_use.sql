create table supervision.use_follow_up (
    sheet_id      bigint not null,
    loan_id       bigint not null,
    point_id      bigint not null references organisation.point,
    step          text   not null,
    happened_on   date   not null,
    amount        bigint not null,
    overdue_after date,
    note          text   not null,
    human         bigint not null,
    submission    uuid   not null references shared.submission deferrable initially deferred,

    constraint use_follow_up_pk         primary key (sheet_id, loan_id, step),
    constraint use_follow_up_of_check   foreign key (sheet_id, loan_id) references supervision.use_check,
    constraint use_follow_up_step_known check (step in ('RECALLED', 'SETTLED')),
    constraint use_follow_up_amount     check (amount > 0),
    constraint use_follow_up_note       check (length(note) between 5 and 300 and note is nfc normalized),
    constraint use_follow_up_recall     check ((step = 'RECALLED') = (overdue_after is not null) and overdue_after >= happened_on)
);
comment on table supervision.use_follow_up is
    'What followed where a loan was used wrongly: recalled, settled. Records only: the books move by their own postings. Append-only.';
comment on column supervision.use_follow_up.overdue_after is
    'The last day to pay back what was recalled; what is not paid by then is to be moved to overdue (07b/GQVL).';
create trigger use_follow_up_append_only before update or delete or truncate on supervision.use_follow_up
    for each statement execute function shared.refuse_change();

alter table supervision.use_follow_up enable row level security;
alter table supervision.use_follow_up force row level security;
create policy use_follow_up_scope on supervision.use_follow_up
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy use_follow_up_narrow on supervision.use_follow_up as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));
grant select, insert on supervision.use_follow_up to dongvon_app;

create view supervision.v_use_check with (security_invoker = true) as
    select c.sheet_id, c.loan_id, c.point_id, c.checked_on, c.used_wrong, c.handling,
           r.happened_on as recalled_on, r.amount as recalled, r.overdue_after, s.happened_on as settled_on
      from supervision.use_check c
      left join supervision.use_follow_up r on r.sheet_id = c.sheet_id and r.loan_id = c.loan_id and r.step = 'RECALLED'
      left join supervision.use_follow_up s on s.sheet_id = c.sheet_id and s.loan_id = c.loan_id and s.step = 'SETTLED';
comment on view supervision.v_use_check is 'Each check of a loan''s use, with the recall and the settlement that followed.';
grant select on supervision.v_use_check to dongvon_app;
