package org.dongvon.notice;

import java.util.Set;

/** Where a message stands; its name for people is {@code messageState.<NAME>}. */
public enum MessageState {
    WAITING,
    /** Taken by a sender that has not spoken of it yet. */
    SENDING,
    SENT,
    /** It certainly did not go out, and is tried again. */
    FAILED,
    GIVEN_UP,
    /** It may have gone out: a person decides. */
    UNSURE,
    /** Stopped by a person, by the end of consent, or since what it tells of was taken back. */
    STOPPED;

    /** What a person may decide of a message in this state. */
    public Set<Decision> decisions() {
        return switch (this) {
            case WAITING, FAILED -> Set.of(Decision.STOP);
            case GIVEN_UP -> Set.of(Decision.RESEND, Decision.STOP);
            case UNSURE -> Set.of(Decision.RESEND, Decision.STOP, Decision.WAS_SENT);
            case STOPPED -> Set.of(Decision.RESEND);
            case SENDING, SENT -> Set.of();
        };
    }

    /** What a person may decide; its name for people is {@code messageDecision.<NAME>}. */
    public enum Decision {
        RESEND,
        STOP,
        WAS_SENT;

        /** The state it leads to. */
        public MessageState to() {
            return switch (this) {
                case RESEND -> WAITING;
                case STOP -> STOPPED;
                case WAS_SENT -> SENT;
            };
        }
    }
}
