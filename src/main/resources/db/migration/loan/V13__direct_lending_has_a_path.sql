-- Direct lending: the applicant files at the office, and no group stands between. One map of moves holds both paths.
alter table loan.application_event drop constraint application_event_of_the_map;
alter table loan.transition drop constraint transition_pk;
alter table loan.transition add column path text not null default 'ENTRUSTED';
alter table loan.transition
    alter column path drop default,
    add constraint transition_path_known check (path in ('ENTRUSTED', 'DIRECT')),
    add constraint transition_pk primary key (path, move, from_step, to_step, role, needs_reason);
comment on column loan.transition.path is 'ENTRUSTED through a group, or DIRECT at the office.';
insert into loan.transition (path, move, from_step, to_step, role, needs_reason) values
    ('ENTRUSTED', 'PAY_OUT',  'NOTIFIED',         'PAID_OUT',         'CONTROLLER',     false),
    ('DIRECT',    'FILE',     'DRAFT',            'AT_BANK',          'CREDIT_OFFICER', false),
    ('DIRECT',    'WITHDRAW', 'DRAFT',            'WITHDRAWN',        'CREDIT_OFFICER', true),
    ('DIRECT',    'WITHDRAW', 'AT_BANK',          'WITHDRAWN',        'CREDIT_OFFICER', true),
    ('DIRECT',    'WITHDRAW', 'RETURNED_BY_BANK', 'WITHDRAWN',        'CREDIT_OFFICER', true),
    ('DIRECT',    'RETURN',   'AT_BANK',          'RETURNED_BY_BANK', 'CREDIT_OFFICER', true),
    ('DIRECT',    'RESUBMIT', 'RETURNED_BY_BANK', 'AT_BANK',          'CREDIT_OFFICER', false),
    ('DIRECT',    'APPROVE',  'AT_BANK',          'APPROVED',         'DIRECTOR',       false),
    ('DIRECT',    'APPROVE',  'AT_BANK',          'APPROVED',         'MANAGER',        false),
    ('DIRECT',    'DECLINE',  'AT_BANK',          'DECLINED',         'DIRECTOR',       true),
    ('DIRECT',    'DECLINE',  'AT_BANK',          'DECLINED',         'MANAGER',        true),
    ('DIRECT',    'SIGN',     'APPROVED',         'CONTRACTED',       'CREDIT_OFFICER', false),
    ('DIRECT',    'CANCEL',   'APPROVED',         'CANCELLED',        'CREDIT_OFFICER', true),
    ('DIRECT',    'CANCEL',   'CONTRACTED',       'CANCELLED',        'CREDIT_OFFICER', true),
    ('DIRECT',    'PAY_OUT',  'CONTRACTED',       'PAID_OUT',         'CONTROLLER',     false);

alter table loan.application add column path text not null default 'ENTRUSTED';
alter table loan.application
    alter column path drop default,
    alter column group_id drop not null,
    alter column member_id drop not null,
    add column cap_class text,
    add column need bigint,
    add column own_capital bigint,
    add constraint application_path_known      check (path in ('ENTRUSTED', 'DIRECT')),
    add constraint application_group_or_direct check ((path = 'DIRECT') = (group_id is null)
                                                  and (group_id is null) = (member_id is null)
                                                  and (group_id is null) = (association = 'NONE')),
    add constraint application_need_with_own   check ((need is null) = (own_capital is null) and need > 0 and own_capital >= 0),
    add constraint application_on_its_path     unique (id, path);
comment on column loan.application.path is 'ENTRUSTED through a group, or DIRECT at the office, at its pseudo-point.';
comment on column loan.application.cap_class is 'Which of the programme''s caps it falls under, such as ENTERPRISE or BUILD; empty where there is one class.';
comment on column loan.application.need is 'đồng: the whole price or cost of what the loan is for; empty where the programme does not ask.';
comment on column loan.application.own_capital is 'đồng of the need that the applicant pays or has paid.';

alter table loan.application_event add column path text not null default 'ENTRUSTED';
alter table loan.application_event
    alter column path drop default,
    add constraint application_event_of_the_map  foreign key (path, move, from_step, to_step, role, needs_reason) references loan.transition,
    add constraint application_event_of_its_path foreign key (application_id, path) references loan.application (id, path);

-- Whoever brought or filed, answered for the commune, received, decided or paid out did none of the others.
drop index loan.application_event_two_people;
create unique index application_event_two_people on loan.application_event (application_id, human)
    where move in ('SUBMIT', 'FILE', 'CONFIRM', 'REFUSE', 'RECEIVE', 'APPROVE', 'DECLINE', 'PAY_OUT');
