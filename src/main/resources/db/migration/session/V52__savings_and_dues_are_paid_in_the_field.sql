-- A device also records what is paid out beside loans: savings that a member draws, and commissions and associations' fees.
alter table session.field_event drop constraint field_event_kind_known;
alter table session.field_event add constraint field_event_kind_known
    check (kind in ('SHEET', 'COUNTER', 'PAYOUT', 'WITHDRAWAL', 'FEE', 'HAND_IN'));

alter table session.field_line add column due_id bigint;
comment on column session.field_line.due_id is 'The due of fees that was paid (fee.payable); such a line has neither member nor loan.';
alter table session.field_line drop constraint field_line_is_of_somebody;
alter table session.field_line add constraint field_line_is_of_somebody
    check (loan_id is not null or member_id is not null or due_id is not null);
alter table session.field_line add constraint field_line_due_is_paid
    check (due_id is null or (loan_id is null and member_id is null and paid_out > 0 and interest = 0 and saving = 0 and principal = 0));

create view session.v_field_due with (security_invoker = true) as
    select f.event_id, f.line_no, f.line_id, f.point_id, f.due_id, f.paid_out, f.journal_id
      from session.field_line f
     where f.outcome = 'POSTED' and f.due_id is not null;
comment on view session.v_field_due is 'Dues of fees that devices paid in the field, as posted.';
grant select on session.v_field_due to dongvon_app;
