-- Interest that the State subsidises and the fee it pays for managing policy credit: claimed for a year or a quarter, accepted,
-- received. No published source gives a formula, so each amount is that of its document.
create sequence capital.state_claim_id;
create table capital.state_claim (
    id         bigint   primary key default shared.new_id('capital.state_claim_id'),
    point_id   bigint   not null references organisation.point,
    office_id  bigint   not null references organisation.unit,
    kind       text     not null,
    year       smallint not null,
    quarter    smallint not null,
    serial     smallint not null,
    code       text     not null unique,
    claimed    bigint   not null,
    accepted   bigint,
    received   bigint   not null default 0,
    submission uuid     not null unique references shared.submission deferrable initially deferred,

    unique (office_id, kind, year, quarter, serial),
    constraint state_claim_kind_known       check (kind in ('INTEREST_SUBSIDY', 'MANAGEMENT_FEE')),
    constraint state_claim_of_a_period      check (year between 2002 and 2200 and quarter between 0 and 4),
    constraint state_claim_serial_counts    check (serial > 0),
    constraint state_claim_positive         check (claimed > 0),
    constraint state_claim_accepted_within  check (accepted between 0 and claimed),
    constraint state_claim_received_within  check (received between 0 and coalesce(accepted, 0))
);
comment on table capital.state_claim is 'What an office claims from the State''s budget for a year or a quarter; in đồng.';
comment on column capital.state_claim.quarter is '0: the whole year.';
comment on column capital.state_claim.serial is 'A period may be claimed in several documents.';
comment on column capital.state_claim.accepted is 'Nothing before it was decided; 0: refused whole.';

create table capital.state_claim_step (
    journal_id bigint   primary key references ledger.journal,
    claim_id   bigint   not null references capital.state_claim,
    point_id   bigint   not null references organisation.point,
    seq        smallint not null,
    step       text     not null,
    amount     bigint   not null,
    document   text     not null,
    dated      date     not null,

    unique (claim_id, seq),
    constraint state_claim_step_known            check (step in ('CLAIMED', 'ACCEPTED', 'RECEIVED')),
    constraint state_claim_step_follows          check (seq > 0 and (seq = 1) = (step = 'CLAIMED') and (seq = 2) = (step = 'ACCEPTED')),
    constraint state_claim_step_amount           check (amount > 0 or amount = 0 and step = 'ACCEPTED'),
    constraint state_claim_step_document_written check (length(document) between 2 and 80 and document is nfc normalized)
);
comment on table capital.state_claim_step is 'The documents of a claim, each booked: claimed, then accepted, then received in one or more sums. Append-only.';
comment on column capital.state_claim_step.document is 'Number of the document, or the bank''s number of the transfer.';
create trigger state_claim_step_append_only before update or delete or truncate on capital.state_claim_step
    for each statement execute function shared.refuse_change();

alter table capital.state_claim enable row level security;
alter table capital.state_claim force row level security;
create policy state_claim_scope on capital.state_claim
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy state_claim_narrow on capital.state_claim as restrictive to app_narrow using (false);
alter table capital.state_claim_step enable row level security;
alter table capital.state_claim_step force row level security;
create policy state_claim_step_scope on capital.state_claim_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy state_claim_step_narrow on capital.state_claim_step as restrictive to app_narrow using (false);
grant select, insert on capital.state_claim, capital.state_claim_step to dongvon_app;
grant update (accepted, received) on capital.state_claim to dongvon_app;
grant usage on sequence capital.state_claim_id to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives limits of approval.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('capital.state-claim',            'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('capital.state-claim',            'MANAGER',  '2002-10-04', null, 'UNSURE'),
    ('capital.state-claim-acceptance', 'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('capital.state-claim-acceptance', 'MANAGER',  '2002-10-04', null, 'UNSURE'),
    ('capital.state-claim-receipt',    'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('capital.state-claim-receipt',    'MANAGER',  '2002-10-04', null, 'UNSURE');
