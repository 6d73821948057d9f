-- A loan and an application belong to a member in their group, and follow the member into another group of the association.
alter table loan.loan
    drop constraint loan_group_id_fkey,
    drop constraint loan_member_id_fkey,
    add constraint loan_of_member foreign key (member_id, group_id) references "group".member (id, group_id) on update cascade;
alter table loan.application
    drop constraint application_group_id_fkey,
    drop constraint application_member_id_fkey,
    add constraint application_of_member foreign key (member_id, group_id) references "group".member (id, group_id) on update cascade;
create index application_by_member on loan.application (member_id);

create view loan.v_member_loan with (security_invoker = true) as
    select l.id, l.point_id, l.code, l.member_id, l.amount, l.disbursed_on, l.interest_due_from, l.stage, l.closed_on
      from loan.loan l
     where l.member_id is not null;
comment on view loan.v_member_loan is 'Which loans a member of a group has or had, and the days from which they run and are asked for interest.';
grant select on loan.v_member_loan to dongvon_app;
