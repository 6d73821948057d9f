package org.dongvon.session.closing;

import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionBooks;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a session's cash: the book's side, and the count that closed it. */
@Repository
class CashPage {

    private static final String STORED = """
            select expected, counted, reason from session.cash_difference where session_id = :session
            """;

    private static final String NOTES = """
            select c.denomination, c.notes
              from session.cash_count c
              join session.cash_difference d on d.session_id = c.session_id and d.attempt = c.attempt
             where c.session_id = :session
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final SessionBooks books;
    private final Sessions sessions;
    private final Transactions transactions;

    CashPage(JdbcClient db, SessionHeads heads, SessionBooks books, Sessions sessions, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.books = books;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    Cash read(Actor actor, long id) {
        return transactions.read(
                actor,
                () -> new Cash(
                        heads.get(id), books.of(id), sessions.cash(id).orElse(Dong.ZERO), notes(id), stored(id)));
    }

    private Map<Integer, Integer> notes(long id) {
        Map<Integer, Integer> notes = new TreeMap<>();
        db.sql(NOTES).param("session", id).query(row -> {
            notes.put(row.getInt("denomination"), row.getInt("notes"));
        });
        return notes;
    }

    private @Nullable Stored stored(long id) {
        return db.sql(STORED)
                .param("session", id)
                .query((row, n) -> new Stored(
                        new Dong(row.getLong("expected")), new Dong(row.getLong("counted")), row.getString("reason")))
                .optional()
                .orElse(null);
    }

    /** The cash of a session; {@code stored} once it is closed. */
    record Cash(
            SessionHead head,
            SessionBooks.Book book,
            Dong expected,
            Map<Integer, Integer> notes,
            @Nullable Stored stored) {}

    /** The count that closed the session. */
    record Stored(Dong expected, Dong counted, @Nullable String reason) {}
}
