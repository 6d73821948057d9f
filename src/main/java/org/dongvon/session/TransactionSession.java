package org.dongvon.session;

import java.time.LocalDate;

/** Transaction session (phiên giao dịch): one point, one day, a team of leader, teller and controller. */
public record TransactionSession(long id, long pointId, long officeId, LocalDate heldOn, State state, Team team) {

    /** Whether money may still be posted in it. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** The three accounts that run the session; each a different person. */
    public record Team(long leaderId, long tellerId, long controllerId) {}
}
