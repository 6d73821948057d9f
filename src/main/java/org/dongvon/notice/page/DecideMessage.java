package org.dongvon.notice.page;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dongvon.notice.MessageState;
import org.dongvon.notice.MessageState.Decision;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A person sends a message again, stops it, or says of one in doubt that it went out. */
@Service
class DecideMessage {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8}");

    private static final String LOCK = """
            select m.point_id, m.state, m.text is null as gone, p.open_day
              from notice.message m
              join organisation.v_point p on p.id = m.point_id
             where m.id = :id and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
               for update of m
            """;

    private static final String MOVE = """
            with moved as (
                update notice.message m
                   set state = :state, steps = m.steps + 1, tries = case when :state = 'WAITING' then 0 else m.tries end,
                       next_try = clock_timestamp()
                 where m.id = :id
                returning m.id, m.steps, m.point_id)
            insert into notice.message_step (message_id, seq, point_id, state, note, submission)
            select m.id, m.steps, m.point_id, :state, :note, :key from moved m
            """;

    private final Submissions submissions;
    private final JdbcClient db;

    DecideMessage(Submissions submissions, JdbcClient db) {
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Decides.
     *
     * @throws Refused {@link NoticeRefusal#UNKNOWN_MESSAGE}, {@link NoticeRefusal#DECISION_NOT_OF_THE_STATE}, {@link
     *     NoticeRefusal#TEXT_GONE}, {@link NoticeRefusal#DECISION_NEEDS_REASON}
     */
    void run(Actor actor, UUID key, Wish wish) {
        var submission = new Submission(key, "notice.DecideMessage", wish.content());
        submissions.once(actor, submission, Decided.class, () -> {
            actor.requireRole(Role.LEADER, Role.CREDIT_OFFICER);
            var held = db.sql(LOCK)
                    .param("id", wish.message())
                    .query((row, n) -> new Held(
                            row.getLong("point_id"),
                            MessageState.valueOf(row.getString("state")),
                            row.getBoolean("gone"),
                            row.getObject("open_day", LocalDate.class)))
                    .optional()
                    .orElseThrow(() -> new Refused(NoticeRefusal.UNKNOWN_MESSAGE));
            if (!held.state().decisions().contains(wish.decision())) {
                throw new Refused(NoticeRefusal.DECISION_NOT_OF_THE_STATE, held.state());
            }
            if (held.gone() && wish.decision() == Decision.RESEND) {
                throw new Refused(NoticeRefusal.TEXT_GONE);
            }
            db.sql(MOVE)
                    .param("id", wish.message())
                    .param("state", wish.decision().to().name())
                    .param("note", wish.reason())
                    .param("key", key)
                    .update();
            return new Submissions.Done<>(held.pointId(), held.openDay(), new Decided(wish.message()));
        });
    }

    /** What is wanted, with its reason. */
    record Wish(long message, Decision decision, String reason) {

        /** @throws Refused {@link NoticeRefusal#DECISION_NEEDS_REASON} */
        Wish {
            reason = Spelling.ofLine(reason);
            if (reason.length() < SHORTEST
                    || reason.length() > LONGEST
                    || NUMBER.matcher(reason).find()) {
                throw new Refused(NoticeRefusal.DECISION_NEEDS_REASON, LONGEST);
            }
        }

        String content() {
            return message + " " + decision + "\n" + reason;
        }
    }

    private record Held(long pointId, MessageState state, boolean gone, LocalDate openDay) {}

    record Decided(long message) {}
}
