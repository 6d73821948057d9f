package org.dongvon.notice;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds of messages: consent on their day, one for a cause, and a history that ends where they are. */
@Component
class NoticeInvariants implements Invariants {

    private static final String SENT_WITH_CONSENT = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select not c.consent or c.signed_on > m.claimed_on
                           or exists (select from household.v_contact_row e
                                       where e.person_id = m.person_id and e.seq > m.contact_seq and not e.consent
                                         and e.booked_on < m.claimed_on) as broken,
                           format('message %s of %s, taken on %s', m.id, m.kind, m.claimed_on) as what
                      from notice.message m
                      join household.v_contact_row c on c.person_id = m.person_id and c.seq = m.contact_seq
                     where m.state in ('SENDING', 'SENT', 'UNSURE')) b
            """;

    private static final String ONE_FOR_A_CAUSE = """
            select count(*) as checked, count(*) filter (where b.times > 1) as broken,
                   min(format('%s messages of %s for %s', b.times, b.kind, b.cause)) filter (where b.times > 1) as first
              from (select m.kind, m.cause, m.person_id, count(*) as times
                      from notice.message m
                     group by m.kind, m.cause, m.person_id) b
            """;

    private static final String STATE_IS_LAST_STEP = """
            with last as (
                select distinct on (s.message_id) s.message_id, s.seq, s.state
                  from notice.message_step s
                 order by s.message_id, s.seq desc),
            counted as (
                select s.message_id, count(*) as steps from notice.message_step s group by s.message_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (m.state, m.steps, m.steps) is distinct from (l.state, l.seq, c.steps::smallint) as broken,
                           format('message %s is %s after %s steps, its history ends with %s after %s', m.id, m.state, m.steps, l.state,
                                  c.steps) as what
                      from notice.message m
                      left join last l on l.message_id = m.id
                      left join counted c on c.message_id = m.id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("notice.sent-with-consent", SENT_WITH_CONSENT),
                new Invariant("notice.one-for-a-cause", ONE_FOR_A_CAUSE),
                new Invariant("notice.state-is-last-step", STATE_IS_LAST_STEP));
    }
}
