-- What the dates of a student's loan are counted from, as two persons confirmed it; what it was before stands in the request.
create table loan.course (
    loan_id        bigint   primary key references loan.loan,
    point_id       bigint   not null references organisation.point,
    starts         date     not null,
    ends           date     not null,
    service_months smallint not null,

    constraint course_ends_after_it_starts check (ends > starts),
    constraint course_service_not_negative check (service_months >= 0)
);
comment on table loan.course is
    'Course and service of a student, from which the instalments of the loan are dated (QĐ 157/2007/QĐ-TTg). A row may be replaced.';
comment on column loan.course.service_months is 'Months in the army, which the first due date waits for.';

alter table loan.course enable row level security;
alter table loan.course force row level security;
create policy course_scope on loan.course
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy course_narrow on loan.course as restrictive to app_narrow
    using (exists (select from loan.loan l where l.id = loan_id));
grant select, insert on loan.course to dongvon_app;
grant update (starts, ends, service_months) on loan.course to dongvon_app;

-- The instalments are laid down anew, in another number, before the first has fallen due.
grant delete on loan.instalment to dongvon_app;
grant update (term_months, grace_months, interest_grace) on loan.loan to dongvon_app;
