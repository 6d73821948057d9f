package org.dongvon.programme;

import org.springframework.stereotype.Component;

/**
 * The rates in force. A use case takes one book at its beginning and computes everything with it; a new dated row is in
 * the next book at once.
 */
@Component
public class Rates {

    private final Reference reference;

    Rates(Reference reference) {
        this.reference = reference;
    }

    /** The rates as of now: one small query tells whether they have changed. */
    public RateBook current() {
        return reference.current().rates();
    }

    /**
     * The rates of a version that the caller has read in a query of its own, {@code select version from
     * programme.reference_version}: no query unless it is new.
     */
    public RateBook current(long version) {
        return reference.current(version).rates();
    }
}
