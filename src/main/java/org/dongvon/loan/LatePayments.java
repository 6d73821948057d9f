package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartMove;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Payments with an earlier value date. What became overdue on that day or since, as if the money had not been there, is first
 * undone; then the payment is planned; then what it left unpaid becomes overdue again, from the same day:
 * {@code docs/domain/interest.md}.
 *
 * <p>Example: 13 300 000 đ became overdue on 10/06; a receipt of 08/06 over 13 300 000 đ undoes that move and makes none anew; one
 * over 10 000 000 đ makes 3 300 000 đ overdue again from 10/06.
 */
@Service
public class LatePayments {

    // The part that principal entered tells the move; what was undone is no longer one.
    private static final String MOVES = """
            select m.loan_id, m.line_id, m.series_id, m.value_date, m.principal
              from loan.movement m
             where m.loan_id = any (:loans) and m.kind = 'TO_OVERDUE' and m.part = 'OVERDUE' and m.value_date >= :day
               and m.point_id <@ (select shared.scope())
               and not exists (select from loan.movement r where r.reverses = m.line_id)
             order by m.loan_id, m.value_date, m.line_id
            """;

    // The desk knows the balance of today; it is that of an earlier day only where nothing moved since but into
    // overdue.
    private static final String LATER = """
            select l.code, max(m.value_date) as day
              from loan.movement m
              join loan.loan l on l.id = m.loan_id
             where m.loan_id = any (:loans) and m.kind in ('REPAYMENT', 'DISBURSEMENT', 'TO_FROZEN', 'FROM_FROZEN', 'NEW_SERIES')
               and m.value_date > :day
               and m.point_id <@ (select shared.scope())
               and not exists (select from loan.movement r
                                where r.reverses = m.line_id and r.series_id = m.series_id and r.part = m.part)
             group by l.code
             order by l.code
             limit 1
            """;

    private static final String LATER_OF_EACH = """
            select l.id, l.code, max(m.value_date) as day
              from loan.movement m
              join loan.loan l on l.id = m.loan_id
             where m.loan_id = any (:loans) and m.kind in ('REPAYMENT', 'DISBURSEMENT', 'TO_FROZEN', 'FROM_FROZEN', 'NEW_SERIES')
               and m.value_date > :day
               and m.point_id <@ (select shared.scope())
               and not exists (select from loan.movement r
                                where r.reverses = m.line_id and r.series_id = m.series_id and r.part = m.part)
             group by l.id, l.code
            """;

    private final LoanBook book;
    private final Programmes programmes;
    private final JdbcClient db;

    LatePayments(LoanBook book, Programmes programmes, JdbcClient db) {
        this.book = book;
        this.programmes = programmes;
        this.db = db;
    }

    /** How many days back a value date may lie on a day: the rule {@code LATE_RECEIPT_DAYS}. */
    public long daysBack(LocalDate today) {
        return programmes.current().parameters().whole(ParameterCode.LATE_RECEIPT_DAYS, today);
    }

    /** Which of the loans were paid, paid out, frozen or rolled over after a day, each with its refusal. */
    public Map<Long, Refused> paidSince(Collection<Long> loans, LocalDate valueDate) {
        Map<Long, Refused> found = new HashMap<>();
        db.sql(LATER_OF_EACH)
                .param("loans", loans.toArray(Long[]::new))
                .param("day", valueDate)
                .query(row -> {
                    found.put(
                            row.getLong("id"),
                            new Refused(
                                    LoanRefusal.PAID_SINCE,
                                    row.getString("code"),
                                    row.getObject("day", LocalDate.class),
                                    valueDate));
                });
        return found;
    }

    /**
     * The loans as they stood on the value date, with the moves that this undoes; nothing is written.
     *
     * @throws Refused {@link LoanRefusal#PAID_SINCE} when a loan was paid, paid out, frozen or rolled over after that day
     */
    public Before before(LoanDesk desk, LocalDate valueDate) {
        var loans = desk.balances().keySet().toArray(Long[]::new);
        db.sql(LATER)
                .param("loans", loans)
                .param("day", valueDate)
                .query((row, n) -> new Refused(
                        LoanRefusal.PAID_SINCE,
                        row.getString("code"),
                        row.getObject("day", LocalDate.class),
                        valueDate))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
        Map<Long, List<Move>> moves = new HashMap<>();
        db.sql(MOVES).param("loans", loans).param("day", valueDate).query(row -> {
            moves.computeIfAbsent(row.getLong("loan_id"), loan -> new ArrayList<>())
                    .add(new Move(
                            row.getObject("line_id", UUID.class),
                            row.getInt("series_id"),
                            row.getObject("value_date", LocalDate.class),
                            new Dong(row.getLong("principal"))));
        });
        var rates = programmes.current().rates();
        Map<Long, LoanBalance> balances = new HashMap<>(desk.balances());
        moves.forEach((loan, ofLoan) -> balances.computeIfPresent(loan, (id, balance) -> {
            var line = new LoanMovement.Line(new UUID(0, 0), 1);
            var undone = ofLoan.stream()
                    .flatMap(move -> move.undo(balance.header(), line, rates).stream())
                    .toList();
            return balance.after(undone);
        }));
        return new Before(new LoanDesk(balances, programmes.current()), moves);
    }

    /**
     * The moves that a planned payment undoes and makes anew, by value date. What it pays of principal that was overdue before
     * keeps nothing from becoming overdue later.
     */
    public Map<LocalDate, List<LoanMovement>> moves(Before before, Repayments.Planned payment) {
        var rates = programmes.current().rates();
        var loan = payment.after().header();
        var line = payment.movements().getFirst().line();
        var paid = payment.movements().stream()
                .filter(movement -> movement.part() == Part.IN_TERM)
                .map(movement -> Dong.ZERO.minus(movement.principal()))
                .reduce(Dong.ZERO, Dong::plus);
        Map<LocalDate, List<LoanMovement>> result = new TreeMap<>();
        for (var move : before.moves().getOrDefault(loan.id(), List.of())) {
            var covered = paid.min(move.principal());
            paid = paid.minus(covered);
            var ofDay = result.computeIfAbsent(move.day(), day -> new ArrayList<>());
            ofDay.addAll(move.undo(loan, line, rates));
            ofDay.addAll(move.again(loan, line, move.principal().minus(covered), rates));
        }
        return result;
    }

    /** Writes the moves of a journal. */
    public void post(long journalId, Map<LocalDate, List<LoanMovement>> moves) {
        moves.forEach((day, ofDay) -> book.write(journalId, day, ofDay));
    }

    /** Loans before what became overdue since. */
    public record Before(LoanDesk desk, Map<Long, List<Move>> moves) {}

    /** One move to overdue that is in force. */
    public record Move(UUID line, int seriesId, LocalDate day, Dong principal) {

        List<LoanMovement> undo(LoanHeader loan, LoanMovement.Line receipt, RateBook rates) {
            var back = between(principal, rates).reversed();
            return both(loan, named(receipt, "undoes"), LoanMovement.Kind.REVERSAL, back, line);
        }

        List<LoanMovement> again(LoanHeader loan, LoanMovement.Line receipt, Dong rest, RateBook rates) {
            return rest.isPositive()
                    ? both(loan, named(receipt, "renews"), LoanMovement.Kind.TO_OVERDUE, between(rest, rates), null)
                    : List.of();
        }

        private PartMove between(Dong amount, RateBook rates) {
            var series = rates.series(seriesId);
            return PartMove.of(amount.amount(), series.index(Part.IN_TERM, day), series.index(Part.OVERDUE, day));
        }

        private List<LoanMovement> both(
                LoanHeader loan,
                LoanMovement.Line own,
                LoanMovement.Kind kind,
                PartMove move,
                @Nullable UUID reverses) {
            return List.of(
                    movement(loan, own, new Side(Part.IN_TERM, move.out()), kind, reverses),
                    movement(loan, own, new Side(Part.OVERDUE, move.in()), kind, reverses));
        }

        private LoanMovement movement(
                LoanHeader loan, LoanMovement.Line own, Side side, LoanMovement.Kind kind, @Nullable UUID reverses) {
            return new LoanMovement(own, loan, seriesId, side.part(), kind, side.delta(), Dong.ZERO, reverses);
        }

        /** It stands under the number of the receipt's line, and goes with it when that is taken back. */
        private LoanMovement.Line named(LoanMovement.Line receipt, String what) {
            var name = receipt.id() + " " + what + " " + line;
            return new LoanMovement.Line(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)), receipt.number());
        }
    }

    private record Side(Part part, InterestLine delta) {}
}
