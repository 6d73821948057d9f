package org.dongvon.session.closing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.session.SessionBooks;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.LeftWithHeads.Left;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
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
    private final Programmes programmes;
    private final LeftWithHeads left;
    private final Transactions transactions;

    CashPage(
            JdbcClient db,
            SessionHeads heads,
            SessionBooks books,
            Sessions sessions,
            Programmes programmes,
            LeftWithHeads left,
            Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.books = books;
        this.sessions = sessions;
        this.programmes = programmes;
        this.left = left;
        this.transactions = transactions;
    }

    Cash read(Actor actor, long id) {
        return transactions.read(actor, () -> {
            var head = heads.get(id);
            var cash = sessions.cash(id).orElse(Dong.ZERO);
            var money = new Money(books.of(id), cash, left.of(head.session()));
            return new Cash(head, money, notes(id), stored(id), alarm(head));
        });
    }

    private Alarm alarm(SessionHead head) {
        var rules = programmes.current().parameters();
        return new Alarm(
                new Dong(rules.whole(ParameterCode.CASH_SHORTAGE_REPORT_AMOUNT, head.day())),
                rules.whole(ParameterCode.CASH_SHORTAGE_REPORT_HOURS, head.day()));
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
            Money money,
            Map<Integer, Integer> notes,
            @Nullable Stored stored,
            Alarm alarm) implements ShowsPeople {

        public SessionBooks.Book book() {
            return money.book();
        }

        public Dong expected() {
            return money.expected();
        }

        public List<Left> left() {
            return money.left();
        }

        public Dong leftSum() {
            return left().stream().map(Left::amount).reduce(Dong.ZERO, Dong::plus);
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return left().stream()
                    .map(each -> each.group().headId())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** By the book: what came and went, what should be in the box; and what heads of groups still hold. */
    record Money(SessionBooks.Book book, Dong expected, List<Left> left) {}

    /** From how much missing cash on it is reported at once, and within how many hours: dated rules. */
    record Alarm(Dong from, long hours) {}

    /** The count that closed the session. */
    record Stored(Dong expected, Dong counted, @Nullable String reason) {}
}
