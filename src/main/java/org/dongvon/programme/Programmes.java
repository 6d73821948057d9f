package org.dongvon.programme;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The credit programmes with their rates, caps and rules, as of now. A use case takes one book at its beginning and
 * computes everything with it; a new dated row is in the next book at once.
 *
 * <p>Example: {@code programmes.current().rates().series("HONGHEO").rate(Part.IN_TERM, day)}.
 */
@Component
public class Programmes {

    private final JdbcClient db;
    private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

    Programmes(JdbcClient db) {
        this.db = db;
    }

    /** The book as of now, or of the caller's transaction: one small query tells whether it has changed. */
    public ReferenceBook current() {
        var now = StoredReference.now(db);
        var kept = last.get();
        return kept != null && kept.now().equals(now) ? kept.book() : read(now);
    }

    /**
     * The book of a version that the caller has read in a query of its own ({@code select version from
     * programme.reference_version}): no query here unless it is another than the last.
     */
    public ReferenceBook current(long version) {
        var kept = last.get();
        return kept != null && kept.now().version() == version ? kept.book() : read(StoredReference.now(db));
    }

    private ReferenceBook read(StoredReference.Now now) {
        var kept = new Kept(now, StoredReference.read(db, now));
        last.set(kept);
        return kept.book();
    }

    /** A book and what it was read at. */
    private record Kept(StoredReference.Now now, ReferenceBook book) {}
}
