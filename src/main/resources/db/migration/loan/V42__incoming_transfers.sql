-- Loans are found by their number however people separate its letters and digits.
alter table loan.loan add column plain_code text generated always as (upper(regexp_replace(code, '[^A-Za-z0-9]', '', 'g'))) stored;
create index loan_by_plain_code on loan.loan (plain_code);

insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('loan.incoming-use',  'CONTROLLER', '2002-10-04', null, 'UNSURE'),
    ('loan.incoming-back', 'CONTROLLER', '2002-10-04', null, 'UNSURE');

create sequence loan.incoming_id;
create table loan.incoming (
    id         bigint primary key default shared.new_id('loan.incoming_id'),
    point_id   bigint not null references organisation.point,
    reference  text   not null,
    arrived_on date   not null,
    amount     bigint not null,
    payer      text   not null,
    note       text   not null,
    booked_on  date   not null,
    submission uuid   not null references shared.submission deferrable initially deferred,

    constraint incoming_taken_once      unique (point_id, reference),
    constraint incoming_whole           unique (id, amount),
    constraint incoming_at_point        unique (id, point_id),
    constraint incoming_reference_plain check (reference ~ '^[0-9A-Z]{3,40}$'),
    constraint incoming_positive        check (amount > 0),
    constraint incoming_not_ahead       check (arrived_on <= booked_on),
    constraint incoming_payer_written   check (length(payer) between 2 and 120 and payer is nfc normalized),
    constraint incoming_note_written    check (length(note) <= 300 and note is nfc normalized)
);
comment on table loan.incoming is 'A transfer that came to the office, as the bank''s list tells it. Append-only.';
comment on column loan.incoming.point_id is 'The office''s own point.';
comment on column loan.incoming.reference is 'The bank''s, letters and digits: taken once, whoever sends it again.';
create index incoming_by_submission on loan.incoming (submission);
create trigger incoming_append_only before update or delete or truncate on loan.incoming
    for each statement execute function shared.refuse_change();

-- Each step names the state that it found: what is left is what came in less what was used, by these constraints alone.
create table loan.incoming_step (
    incoming_id   bigint  not null,
    seq           integer not null,
    point_id      bigint  not null,
    kind          text    not null,
    amount        bigint  not null,
    amount_left   bigint  not null,
    before_seq    integer,
    before_left   bigint,
    taken         bigint  generated always as (case when kind = 'TAKEN' then amount end) stored,
    booked_on     date    not null,
    value_date    date,
    loan_id       bigint  references loan.loan,
    reverses      integer,
    reverses_kind text,
    change_id     bigint,
    submission    uuid    not null references shared.submission deferrable initially deferred,

    constraint incoming_step_pk         primary key (incoming_id, seq),
    constraint incoming_step_of         foreign key (incoming_id, point_id) references loan.incoming (id, point_id),
    constraint incoming_step_takes_all  foreign key (incoming_id, taken) references loan.incoming (id, amount),
    constraint incoming_step_state      unique (incoming_id, seq, amount_left),
    constraint incoming_step_follows    foreign key (incoming_id, before_seq, before_left)
        references loan.incoming_step (incoming_id, seq, amount_left),
    constraint incoming_step_as_it_was  unique (incoming_id, seq, amount, kind),
    constraint incoming_step_takes_back foreign key (incoming_id, reverses, amount, reverses_kind)
        references loan.incoming_step (incoming_id, seq, amount, kind),
    constraint incoming_step_back_once  unique (incoming_id, reverses),
    constraint incoming_step_kind_known check (kind in ('TAKEN', 'LOAN', 'RETURNED', 'BACK')),
    constraint incoming_step_first      check ((seq = 1) = (kind = 'TAKEN')),
    constraint incoming_step_next       check (case when seq = 1 then before_seq is null and before_left is null
                                                    else before_seq is not null and before_left is not null and before_seq = seq - 1 end),
    constraint incoming_step_sums       check (amount > 0 and amount_left >= 0
                                           and amount_left = case kind when 'TAKEN' then amount when 'BACK' then before_left + amount
                                                                       else before_left - amount end),
    constraint incoming_step_for_loan   check ((kind = 'LOAN') = (loan_id is not null) and (kind = 'LOAN') = (value_date is not null)
                                           and value_date <= booked_on),
    constraint incoming_step_back       check (case kind when 'BACK' then reverses is not null and reverses_kind in ('LOAN', 'RETURNED')
                                                         else reverses is null and reverses_kind is null end),
    constraint incoming_step_two        check ((kind = 'TAKEN') = (change_id is null))
);
comment on table loan.incoming_step is
    'A transfer taken into the books, its uses for loans or back to the payer, and uses taken back: amount = used + left at each step. Append-only.';
create unique index incoming_step_once on loan.incoming_step (submission) where kind <> 'TAKEN';
create index incoming_step_by_loan on loan.incoming_step (loan_id) where loan_id is not null;
create trigger incoming_step_append_only before update or delete or truncate on loan.incoming_step
    for each statement execute function shared.refuse_change();

alter table loan.incoming enable row level security;
alter table loan.incoming force row level security;
create policy incoming_scope on loan.incoming
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy incoming_narrow on loan.incoming as restrictive to app_narrow using (false);
alter table loan.incoming_step enable row level security;
alter table loan.incoming_step force row level security;
create policy incoming_step_scope on loan.incoming_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy incoming_step_narrow on loan.incoming_step as restrictive to app_narrow using (false);

grant select, insert on loan.incoming, loan.incoming_step to dongvon_app;
grant usage on sequence loan.incoming_id to dongvon_app;
