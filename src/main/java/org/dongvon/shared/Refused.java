package org.dongvon.shared;

import java.util.List;

/**
 * The user asked for something the rules do not allow. Rolls back; is shown, not logged as an error.
 *
 * <p>The facts fill the message's places {0}, {1}, … in order: {@code Dong}, {@code LocalDate}, numbers and texts are
 * written in the reader's language.
 */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;
    private final transient List<Object> facts;

    public Refused(Refusal refusal, Object... facts) {
        super(refusal.name() + " " + List.of(facts), null, false, false);
        this.refusal = refusal;
        this.facts = List.of(facts);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Object> facts() {
        return facts;
    }
}
