package org.dongvon.shared;

import java.util.stream.Stream;
import org.dongvon.shared.Breaches.Breach;

/** The breaches of messages to members. */
final class MessageBreaches {

    private MessageBreaches() {}

    static Stream<Breach> all() {
        return Stream.of(
                new Breach(
                        "notice.sent-with-consent",
                        "household.contact",
                        "update household.contact set consent = false",
                        "update household.contact set consent = true",
                        "of RECEIPT, taken on 2024-04-18"),
                new Breach("notice.one-for-a-cause", "notice.message", """
                        alter table notice.message drop constraint message_once_for_a_cause;
                        insert into notice.message (id, point_id, person_id, kind, cause, about_on, made_on, language, template_from, text, coding,
                                                    parts, state, submission)
                        select -1, point_id, person_id, kind, cause, about_on, made_on, language, template_from, text, coding, parts, 'WAITING',
                               submission
                          from notice.message where kind = 'RECEIPT' order by id limit 1
                        """, """
                        delete from notice.message where id = -1;
                        alter table notice.message add constraint message_once_for_a_cause unique (kind, cause, person_id)
                        """, "2 messages of RECEIPT for line:"),
                new Breach(
                        "notice.state-is-last-step",
                        "notice.message",
                        "update notice.message set steps = steps + 1 where kind = 'RECEIPT'",
                        "update notice.message set steps = steps - 1 where kind = 'RECEIPT'",
                        "is SENT after 4 steps, its history ends with SENT after 3"));
    }
}
