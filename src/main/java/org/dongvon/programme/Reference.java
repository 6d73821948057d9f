package org.dongvon.programme;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the reference data in memory, and reads it again when its version has risen. */
@Component
class Reference {

    private final JdbcClient db;
    private final AtomicReference<@Nullable ReferenceBook> last = new AtomicReference<>();

    Reference(JdbcClient db) {
        this.db = db;
    }

    /** The reference data as of now, or of the caller's transaction: one small query tells whether it has changed. */
    ReferenceBook current() {
        return current(StoredReference.version(db));
    }

    /** The reference data of a version that the caller has just read with its own query. */
    ReferenceBook current(long version) {
        var book = last.get();
        if (book == null || book.rates().version() != version) {
            book = StoredReference.read(db);
            last.set(book);
        }
        return book;
    }
}
