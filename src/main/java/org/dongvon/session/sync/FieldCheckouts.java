package org.dongvon.session.sync;

import java.util.List;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which device has which session's day package. */
@Repository
public class FieldCheckouts {

    private static final String TAKE = """
            insert into session.field_checkout (session_id, device_id, point_id, taken_by)
            values (:session, :device, :point, :account)
                on conflict (session_id, device_id) do nothing
            """;

    private static final String STATE = """
            select state from session.field_checkout where session_id = :session and device_id = :device for no key update
            """;

    private static final String END = """
            update session.field_checkout
               set state = :state, last_seq = cast(:seq as integer), ended_at = transaction_timestamp()
             where session_id = :session and device_id = :device and state = 'OUT'
            """;

    private static final String OF_SESSION = """
            select c.device_id, d.name, c.state, s.full_name as teller,
                   (select count(*) from session.field_event e
                     where e.session_id = c.session_id and e.device_id = c.device_id and e.state = 'APPLIED') as applied,
                   (select count(*) from session.field_event e
                     where e.session_id = c.session_id and e.device_id = c.device_id and e.state = 'WAITING') as waiting
              from session.field_checkout c
              join session.field_device d on d.id = c.device_id
              left join organisation.v_staff s on s.id = d.account_id
             where c.session_id = :session
             order by c.taken_at, c.device_id
            """;

    private final JdbcClient db;

    FieldCheckouts(JdbcClient db) {
        this.db = db;
    }

    /** The device takes the package along; once more is the same. */
    public void take(TransactionSession session, long device, long account) {
        db.sql(TAKE)
                .param("session", session.id())
                .param("device", device)
                .param("point", session.pointId())
                .param("account", account)
                .update();
    }

    /**
     * The state of a checkout, held until the transaction ends.
     *
     * @throws Refused {@link FieldRefusal#FIELD_NOT_CHECKED_OUT}
     */
    public State hold(long session, long device) {
        return db.sql(STATE)
                .param("session", session)
                .param("device", device)
                .query(String.class)
                .optional()
                .map(State::valueOf)
                .orElseThrow(() -> new Refused(FieldRefusal.FIELD_NOT_CHECKED_OUT));
    }

    void end(long session, long device, State state, @Nullable Integer seq) {
        db.sql(END)
                .param("session", session)
                .param("device", device)
                .param("state", state.name())
                .param("seq", seq)
                .update();
    }

    /** The devices of a session, with how far their events have come. */
    List<Away> of(long session) {
        return db.sql(OF_SESSION)
                .param("session", session)
                .query((row, n) -> new Away(
                        row.getLong("device_id"),
                        row.getString("name"),
                        row.getString("teller"),
                        State.valueOf(row.getString("state")),
                        new Come(row.getInt("applied"), row.getInt("waiting"))))
                .list();
    }

    /** What became of a package that was taken along. */
    public enum State {
        OUT,
        RETURNED,
        GIVEN_UP
    }

    /** A device that took the package along. */
    public record Away(long device, String name, @Nullable String teller, State state, Come come) {

        /** The number that those behind it wait for. */
        public int waitsFor() {
            return come.applied() + 1;
        }
    }

    /** Events that are applied, and that wait for one that is missing. */
    public record Come(int applied, int waiting) {}
}
