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
    private final AtomicReference<@Nullable ReferenceBook> last = new AtomicReference<>();

    Programmes(JdbcClient db) {
        this.db = db;
    }

    /** The book as of now, or of the caller's transaction: one small query tells whether it has changed. */
    public ReferenceBook current() {
        return current(StoredReference.version(db));
    }

    /**
     * The book of a version that the caller has read in a query of its own ({@code select version from
     * programme.reference_version}): no query here unless it is another than the last.
     */
    public ReferenceBook current(long version) {
        var book = last.get();
        if (book == null || book.rates().version() != version) {
            book = StoredReference.read(db);
            last.set(book);
        }
        return book;
    }
}
