-- What the distribution of interest owes to the boards and bodies that manage a contract is paid out by voucher, never more than is owed.
create sequence fee.board_payment_id;
create table fee.board_payment (
    id          bigint   primary key default shared.new_id('fee.board_payment_id'),
    point_id    bigint   not null references organisation.point,
    contract_id bigint   not null references capital.contract,
    number      smallint not null,
    journal_id  bigint   not null unique references ledger.journal,
    receiver    text     not null,
    reference   text     not null,
    amount      bigint   not null,
    reverses    smallint,

    unique (contract_id, number),
    unique (contract_id, reverses),
    constraint board_payment_number_counts     check (number > 0 and reverses < number),
    constraint board_payment_has_its_sign      check (case when reverses is null then amount > 0 else amount < 0 end),
    constraint board_payment_receiver_written  check (length(receiver) between 2 and 120 and receiver is nfc normalized),
    constraint board_payment_reference_written check (length(reference) between 1 and 80 and reference is nfc normalized),
    constraint board_payment_takes_back        foreign key (contract_id, reverses) references fee.board_payment (contract_id, number)
);
comment on table fee.board_payment is 'What boards and bodies that manage a contract of capital were paid, and payments taken back whole. Append-only.';
comment on column fee.board_payment.point_id is 'The direct point of the office that administers the contract.';
comment on column fee.board_payment.number is 'Serial within the contract.';
comment on column fee.board_payment.receiver is 'The board or body, by its name.';
comment on column fee.board_payment.reference is 'The paper it rests on.';
comment on column fee.board_payment.reverses is 'The number of the payment that it takes back.';
create trigger board_payment_append_only before update or delete or truncate on fee.board_payment
    for each statement execute function shared.refuse_change();

-- Paid ≤ owed, from whichever side it is changed: a payment that is made, a distribution that is taken back.
create function fee.require_boards_owed() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    broken record;
begin
    select s.* into broken
      from (select c.contract_id,
                   (select coalesce(sum(d.boards), 0) from fee.distribution d where d.contract_id = c.contract_id and d.state = 'APPROVED') as owed,
                   (select coalesce(sum(p.amount), 0) from fee.board_payment p where p.contract_id = c.contract_id) as paid
              from (select distinct a.contract_id from added a) c) s
     where s.paid > s.owed
     limit 1;
    if found then
        raise exception using errcode = '23514', constraint = 'board_payment_within_owed',
            message = format('boards of contract %s were paid %s of %s', broken.contract_id, broken.paid, broken.owed);
    end if;
    return null;
end $$;
create trigger board_payment_within_owed after insert on fee.board_payment
    referencing new table as added for each statement execute function fee.require_boards_owed();
create trigger distribution_boards_not_paid after update on fee.distribution
    referencing new table as added for each statement execute function fee.require_boards_owed();

create function fee.require_whole_payment_back() returns trigger language plpgsql as $$
begin
    if new.reverses is not null and not exists (select from fee.board_payment p
                                                 where p.contract_id = new.contract_id and p.number = new.reverses and p.reverses is null
                                                   and p.amount = -new.amount and p.receiver = new.receiver) then
        raise exception using errcode = '23514', constraint = 'board_payment_back_whole',
            message = format('payment %s of contract %s does not take back %s whole', new.number, new.contract_id, new.reverses);
    end if;
    return null;
end $$;
create trigger board_payment_back_whole after insert on fee.board_payment
    for each row execute function fee.require_whole_payment_back();

alter table fee.board_payment enable row level security;
alter table fee.board_payment force row level security;
create policy board_payment_scope on fee.board_payment
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy board_payment_narrow on fee.board_payment as restrictive to app_narrow using (false);
grant select, insert on fee.board_payment to dongvon_app;
grant usage on sequence fee.board_payment_id to dongvon_app;

-- Defaults, to be confirmed by each bank: no published source gives limits of these payments.
insert into shared.approval_limit (kind, role, valid_from, up_to, mark) values
    ('fee.boards-payment',      'DIRECTOR', '2002-10-04', null, 'UNSURE'),
    ('fee.boards-payment-back', 'DIRECTOR', '2002-10-04', null, 'UNSURE');
