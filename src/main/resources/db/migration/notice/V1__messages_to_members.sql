grant usage on schema notice to dongvon_app;

-- A link in a message is what swindlers send; an identity number in it is there for whoever picks the telephone up. Money has dots,
-- so that nine digits in a row are a number of a person.
create function notice.is_plain(text text) returns boolean language sql immutable parallel safe
return text !~* '(https?:|www[.]|[a-z0-9-]+[.](vn|com|net|org|gov|edu|info|biz|io|me|ly|cc|app|link|xyz|site|online|top|shop|club)([^a-z]|$))'
   and text !~ '[0-9]{9}';

create table notice.template (
    kind        text   not null,
    language    text   not null,
    valid_from  date   not null,
    text        text   not null,
    document_id bigint references document.document,
    mark        text   not null,
    note        text   not null,

    primary key (kind, language, valid_from),
    constraint template_kind_known     check (kind in ('SESSION_NEAR', 'RECEIPT', 'RECEIPT_REVERSED', 'INSTALMENT_NEAR', 'OVERDUE',
                                                       'SESSION_MOVED', 'SESSION_CANCELLED', 'TERM_MATURING')),
    constraint template_language_known check (language in ('VI', 'EN')),
    constraint template_text_plain     check (length(text) between 10 and 400 and text is nfc normalized and notice.is_plain(text)),
    constraint template_mark_known     check (mark in ('FOUND', 'KNOWN', 'DERIVED', 'UNSURE')),
    constraint template_has_basis      check (document_id is not null or note <> '')
);
comment on table notice.template is 'Texts of messages by kind, language and day. A change is a new row.';
comment on column notice.template.text is 'With places in braces, such as {name}: docs/domain/messages.md.';
create trigger template_append_only before update or delete or truncate on notice.template
    for each statement execute function shared.refuse_change();

insert into notice.template (kind, language, valid_from, text, mark, note)
select t.kind, t.language, date '2002-10-04', t.text, 'UNSURE', 'Nội dung tin theo Thanh Trì 2018 (nợ đến hạn, chuyển quá hạn, đối chiếu số dư); câu chữ là mặc định.'
  from (values
    ('SESSION_NEAR', 'VI', 'NHCSXH: {name}, ngày {session} giao dịch tại {point}. Cần nộp: lãi {interest}đ, gửi {saving}đ, gốc đến hạn {principal}đ, cộng {total}đ.'),
    ('SESSION_NEAR', 'EN', 'VBSP: {name}, session on {session} at {point}. To pay: interest {interest}d, saving {saving}d, principal due {principal}d, in all {total}d.'),
    ('RECEIPT', 'VI', 'NHCSXH: {name} nộp ngày {day}: lãi {interest}đ, gốc {principal}đ, gửi {saving}đ. Dư nợ {outstanding}đ, dư tiền gửi {balance}đ. Nếu sai, báo ngân hàng.'),
    ('RECEIPT', 'EN', 'VBSP: {name} paid on {day}: interest {interest}d, principal {principal}d, saving {saving}d. Loans {outstanding}d, savings {balance}d. If wrong, tell the bank.'),
    ('RECEIPT_REVERSED', 'VI', 'NHCSXH: Tin báo nộp tiền ngày {day} của {name} không còn đúng, chứng từ đã hủy và ghi lại. Hỏi cán bộ tại phiên giao dịch.'),
    ('RECEIPT_REVERSED', 'EN', 'VBSP: The receipt of {day} for {name} no longer holds, its voucher was reversed. Ask the bank at the next session.'),
    ('INSTALMENT_NEAR', 'VI', 'NHCSXH: {name} có {principal}đ gốc ({programme}) đến hạn ngày {due} tại {point}. Xin điều chỉnh thì báo trước {days} ngày làm việc.'),
    ('INSTALMENT_NEAR', 'EN', 'VBSP: {name}, principal {principal}d ({programme}) is due on {due} at {point}. Ask for another day {days} working days ahead.'),
    ('OVERDUE', 'VI', 'NHCSXH: {name} có {principal}đ gốc ({programme}) chuyển nợ quá hạn từ ngày {due}. Xin nộp tại phiên giao dịch tới.'),
    ('OVERDUE', 'EN', 'VBSP: {name}, principal {principal}d ({programme}) is overdue since {due}. Please pay at the next session.'),
    ('SESSION_MOVED', 'VI', 'NHCSXH: Phiên giao dịch ngày {nominal} tại {point} chuyển sang ngày {session}. Khoản đến hạn cũng chuyển theo.'),
    ('SESSION_MOVED', 'EN', 'VBSP: The session of {nominal} at {point} is held on {session}. What was due moves with it.'),
    ('SESSION_CANCELLED', 'VI', 'NHCSXH: Không có phiên giao dịch ngày {nominal} tại {point}. Phiên tới ngày {session}; khoản đến hạn chuyển sang ngày ấy.'),
    ('SESSION_CANCELLED', 'EN', 'VBSP: No session on {nominal} at {point}. The next is on {session}; what was due moves there.'),
    ('TERM_MATURING', 'VI', 'NHCSXH: Tiền gửi có kỳ hạn {balance}đ của {name} đến hạn ngày {due} tại {point}.'),
    ('TERM_MATURING', 'EN', 'VBSP: The term deposit of {balance}d of {name} matures on {due} at {point}.')) as t (kind, language, text);

create sequence notice.message_id;
create table notice.message (
    id            bigint      primary key default shared.new_id('notice.message_id'),
    point_id      bigint      not null references organisation.point,
    person_id     bigint      not null references household.person,
    kind          text        not null,
    cause         text        not null,
    about_on      date        not null,
    made_on       date        not null,
    language      text        not null,
    template_from date        not null,
    text          text,
    coding        text        not null,
    parts         smallint    not null,
    state         text        not null default 'WAITING',
    steps         smallint    not null default 1,
    tries         smallint    not null default 0,
    next_try      timestamptz not null default transaction_timestamp(),
    lease_until   timestamptz,
    contact_seq   smallint,
    claimed_on    date,
    provider      text,
    reference     text,
    submission    uuid        not null references shared.submission deferrable initially deferred,

    constraint message_once_for_a_cause  unique (kind, cause, person_id),
    constraint message_of_a_template     foreign key (kind, language, template_from) references notice.template,
    constraint message_goes_by_a_contact foreign key (person_id, contact_seq) references household.contact (person_id, seq),
    constraint message_cause_named       check (cause ~ '^[a-z]+:[A-Za-z0-9:-]{1,80}$'),
    constraint message_text_plain        check (notice.is_plain(text)),
    constraint message_coding_known      check (coding in ('GSM', 'UCS2')),
    constraint message_parts_in_range    check (parts between 1 and 10),
    constraint message_state_known       check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'GIVEN_UP', 'UNSURE', 'STOPPED')),
    constraint message_counts            check (steps > 0 and tries >= 0),
    constraint message_claimed_whole     check ((contact_seq is null) = (claimed_on is null) and (contact_seq is null) = (provider is null)),
    constraint message_goes_when_claimed check (state not in ('SENDING', 'SENT', 'UNSURE', 'FAILED') or contact_seq is not null),
    constraint message_leased_while_sent check ((state = 'SENDING') = (lease_until is not null)),
    constraint message_text_until_sent   check (text is not null or state in ('SENT', 'STOPPED', 'GIVEN_UP'))
) with (fillfactor = 80);
comment on table notice.message is 'Messages to members, each with its state: the outbox. Made once for a cause and a person.';
comment on column notice.message.cause is 'What it tells of: line, session, instalment, moved session, term deposit.';
comment on column notice.message.about_on is 'The day it speaks of: of the session, of the voucher, of what is due.';
comment on column notice.message.made_on is 'The office''s open day on which it was made.';
comment on column notice.message.text is 'As it goes out; emptied after the days of MESSAGE_TEXT_DAYS.';
comment on column notice.message.coding is 'GSM: the 7-bit alphabet of GSM 03.38, 160 letters a part; UCS2: 70.';
comment on column notice.message.lease_until is 'Until when the sender that took it may still be at it; later nobody knows what became of it.';
comment on column notice.message.contact_seq is 'The row of the person''s contact, with the consent, that it went by.';
comment on column notice.message.claimed_on is 'The office''s open day on which it was taken to be sent.';
comment on column notice.message.reference is 'The provider''s own number of it.';
create index message_by_day on notice.message (point_id, made_on);
create index message_of_person on notice.message (person_id, id);
create index message_to_send on notice.message (next_try, id) where state in ('WAITING', 'FAILED', 'SENDING');
create index message_with_text on notice.message (made_on) where text is not null;

-- The map of states. A message that was sent stays sent; what may have been sent is decided by a person.
create function notice.keep_message() returns trigger language plpgsql as $$
begin
    if (new.id, new.point_id, new.person_id, new.kind, new.cause, new.about_on, new.made_on, new.language, new.template_from, new.coding,
        new.parts, new.submission)
       is distinct from
       (old.id, old.point_id, old.person_id, old.kind, old.cause, old.about_on, old.made_on, old.language, old.template_from, old.coding,
        old.parts, old.submission)
       or new.text is distinct from old.text and new.text is not null
    then
        raise exception using errcode = '23514', constraint = 'message_stays', message = 'what a message says never changes';
    end if;
    if new.state <> old.state and (old.state, new.state) not in
       (('WAITING', 'SENDING'), ('WAITING', 'STOPPED'), ('FAILED', 'SENDING'), ('FAILED', 'STOPPED'),
        ('SENDING', 'SENT'), ('SENDING', 'FAILED'), ('SENDING', 'GIVEN_UP'), ('SENDING', 'UNSURE'),
        ('UNSURE', 'SENT'), ('UNSURE', 'WAITING'), ('UNSURE', 'STOPPED'), ('GIVEN_UP', 'WAITING'), ('GIVEN_UP', 'STOPPED'),
        ('STOPPED', 'WAITING'))
       or new.state <> old.state and new.steps <> old.steps + 1
       or new.state = old.state and new.steps <> old.steps
    then
        raise exception using errcode = '23514', constraint = 'message_goes_by_the_map',
            message = format('message %s cannot go from %s to %s', old.id, old.state, new.state);
    end if;
    return new;
end $$;
create trigger message_goes_by_the_map before update on notice.message
    for each row execute function notice.keep_message();
create function notice.refuse_loss() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23514', constraint = 'message_never_lost', message = 'messages are never deleted';
end $$;
create trigger message_never_lost before delete or truncate on notice.message
    for each statement execute function notice.refuse_loss();

create table notice.message_step (
    message_id bigint      not null references notice.message,
    seq        smallint    not null,
    point_id   bigint      not null references organisation.point,
    state      text        not null,
    at         timestamptz not null default clock_timestamp(),
    note       text        not null default '',
    submission uuid        references shared.submission deferrable initially deferred,

    primary key (message_id, seq),
    constraint message_step_counts    check (seq > 0),
    constraint message_step_note_fits check (length(note) <= 200 and note is nfc normalized and note !~ '[0-9]{9}')
);
comment on table notice.message_step is 'What became of each message, step by step. Append-only.';
comment on column notice.message_step.note is 'A word of the provider, or the reason of whoever decided.';
comment on column notice.message_step.submission is 'The decision of a person; none for what the sender itself wrote.';
create trigger message_step_append_only before update or delete or truncate on notice.message_step
    for each statement execute function shared.refuse_change();

alter table notice.message enable row level security;
alter table notice.message force row level security;
create policy message_scope on notice.message
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy message_narrow on notice.message as restrictive to app_narrow using (false);
alter table notice.message_step enable row level security;
alter table notice.message_step force row level security;
create policy message_step_scope on notice.message_step
    using (point_id <@ (select shared.scope())) with check (point_id <@ (select shared.scope()));
create policy message_step_narrow on notice.message_step as restrictive to app_narrow using (false);

grant select, insert on notice.template, notice.message, notice.message_step to dongvon_app;
grant update (text, state, steps, tries, next_try, lease_until, contact_seq, claimed_on, provider, reference) on notice.message to dongvon_app;
grant usage on sequence notice.message_id to dongvon_app;
