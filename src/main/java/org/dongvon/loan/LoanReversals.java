package org.dongvon.loan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes posted repayments back, line by line: each movement again with the opposite sign and the same value date. Since
 * a part's balance is the sum of its movements, the loan then stands exactly where it stood; one that the line closed is
 * active again, and its rounding goes too.
 *
 * <p>Example: 271 233 đ of interest and 7 000 000 đ of principal come back as −271 233 đ and +7 000 000 đ.
 */
@Service
public class LoanReversals {

    private static final String LOANS = """
            select distinct loan_id from loan.movement where line_id = any (cast(:lines as uuid[])) and kind in ('REPAYMENT', 'CREDIT')
            """;

    // A line's rounding, and the overdue moves that a late receipt undid or made anew, stand under its number. The
    // rounding
    // of a loan that another line closed goes too, with the first line of the loan: the loan is open again.
    private static final String MOVEMENTS = """
            with asked as materialized (
                select distinct line_id, journal_id, line_no, loan_id
                  from loan.movement
                 where line_id = any (cast(:lines as uuid[])) and kind in ('REPAYMENT', 'CREDIT')),
            found as (
                select a.line_id as asked, m.*, exists (select from loan.movement r where r.reverses = m.line_id) as reversed
                  from asked a
                  join loan.movement m on m.journal_id = a.journal_id and m.line_no = a.line_no and m.loan_id = a.loan_id
                 where m.kind <> 'ROUNDING'
                 union all
                select a.line_id, m.*, false
                  from (select distinct on (loan_id) loan_id, line_id from asked order by loan_id, line_id) a
                  join loan.movement m on m.loan_id = a.loan_id and m.kind = 'ROUNDING'
                 where not exists (select from loan.movement r where r.reverses = m.line_id))
            select asked, line_id, kind, loan_id, series_id, part, value_date, principal, interest, constant, reversed
              from found
             order by line_no, line_id, series_id, part
            """;

    private static final String FROZEN = """
            select distinct f.loan_id from loan.freeze f where f.loan_id = any (:loans) and f.ended_on is null
            """;

    private final JdbcClient db;
    private final LoanBook book;
    private final Allotments allotments;
    private final Programmes programmes;

    LoanReversals(JdbcClient db, LoanBook book, Allotments allotments, Programmes programmes) {
        this.db = db;
        this.book = book;
        this.allotments = allotments;
        this.programmes = programmes;
    }

    /**
     * Locks the loans of these lines and plans their movements back, with the roundings that closed them; lines that
     * moved no loan have no part in the answer.
     *
     * @param lines the new line, by the line it takes back
     * @throws Refused {@link LoanRefusal#ALREADY_REVERSED}, {@link LoanRefusal#LOAN_NOT_ACTIVE} when the loan was written
     *     off since, {@link LoanRefusal#FREEZE_ENDED_SINCE} when the line repaid frozen principal and nothing is frozen any more
     */
    public TakenBack plan(Map<UUID, LoanMovement.Line> lines) {
        var loans = book.lock(loans(lines.keySet())).balances();
        var rates = programmes.current().rates();
        var movements = new ArrayList<LoanMovement>();
        Map<UUID, LocalDate> days = new HashMap<>();
        var frozen = frozen(loans.keySet());
        for (var stored : movements(lines.keySet())) {
            if (stored.reversed()) {
                throw new Refused(
                        LoanRefusal.ALREADY_REVERSED, header(loans, stored).code());
            }
            var header = header(loans, stored);
            if (header.stage() == Stage.WRITTEN_OFF) {
                throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, header.code());
            }
            if (stored.part() == Part.FROZEN && stored.delta().principal() != 0 && !frozen.contains(stored.loanId())) {
                throw new Refused(LoanRefusal.FREEZE_ENDED_SINCE, header.code());
            }
            var own = Objects.requireNonNull(lines.get(stored.asked()), "it was asked for");
            var movement = back(stored, header, own, rates);
            movements.add(movement);
            days.put(movement.line().id(), stored.valueDate());
        }
        return new TakenBack(movements, days);
    }

    private static LoanHeader header(Map<Long, LoanBalance> loans, Stored stored) {
        return Objects.requireNonNull(loans.get(stored.loanId()), "its lines were asked for")
                .header();
    }

    /** An overdue move that a late receipt had undone is made anew; all else is taken back. */
    private static LoanMovement back(Stored stored, LoanHeader loan, LoanMovement.Line own, RateBook rates) {
        var makesAnew = stored.kind() == LoanMovement.Kind.REVERSAL;
        return new LoanMovement(
                stored.newLine(own),
                loan,
                stored.seriesId(),
                stored.part(),
                makesAnew ? LoanMovement.Kind.TO_OVERDUE : LoanMovement.Kind.REVERSAL,
                stored.back(rates),
                Dong.ZERO.minus(stored.interest()),
                makesAnew ? null : stored.lineId());
    }

    private List<Long> loans(Collection<UUID> lines) {
        return db.sql(LOANS)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> row.getLong("loan_id"))
                .list();
    }

    /** Those of the loans whose freeze runs. */
    private List<Long> frozen(Collection<Long> loans) {
        return db.sql(FROZEN)
                .param("loans", loans.toArray(Long[]::new))
                .query((row, n) -> row.getLong("loan_id"))
                .list();
    }

    private List<Stored> movements(Collection<UUID> lines) {
        return db.sql(MOVEMENTS)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> {
                    BigDecimal constant = row.getBigDecimal("constant");
                    return new Stored(
                            row.getObject("asked", UUID.class),
                            row.getObject("line_id", UUID.class),
                            LoanMovement.Kind.valueOf(row.getString("kind")),
                            row.getLong("loan_id"),
                            row.getInt("series_id"),
                            Part.valueOf(row.getString("part")),
                            row.getObject("value_date", LocalDate.class),
                            new InterestLine(row.getLong("principal"), constant.toBigIntegerExact()),
                            new Dong(row.getLong("interest")),
                            row.getBoolean("reversed"));
                })
                .list();
    }

    /** Writes what was planned, lends the principal out of its allotments again and reopens the loans it had closed. */
    public void post(long journalId, TakenBack back) {
        var movements = back.movements();
        movements.stream()
                .collect(Collectors.groupingBy(back::valueDate, TreeMap::new, Collectors.toList()))
                .forEach((day, ofDay) -> book.write(journalId, day, ofDay));
        allotments.move(journalId, LoanEntries.lentByAllotment(movements));
        var loans = movements.stream().map(m -> m.loan().id()).distinct().toList();
        if (!loans.isEmpty()) {
            book.reopen(loans);
        }
    }

    /** What is taken back, each movement with the value date of the one it undoes. */
    public record TakenBack(List<LoanMovement> movements, Map<UUID, LocalDate> days) {

        public TakenBack {
            movements = List.copyOf(movements);
            days = Map.copyOf(days);
        }

        LocalDate valueDate(LoanMovement movement) {
            return Objects.requireNonNull(days.get(movement.line().id()), "each line has its day");
        }
    }

    private record Stored(
            UUID asked,
            UUID lineId,
            LoanMovement.Kind kind,
            long loanId,
            int seriesId,
            Part part,
            LocalDate valueDate,
            InterestLine delta,
            Dong interest,
            boolean reversed) {

        LoanMovement.Line newLine(LoanMovement.Line own) {
            if (lineId.equals(asked)) {
                return own;
            }
            var id = UUID.nameUUIDFromBytes((own.id() + " takes back " + lineId).getBytes(StandardCharsets.US_ASCII));
            return new LoanMovement.Line(id, own.number());
        }

        /**
         * The opposite, with the index as it is now: since a retroactive rate may have corrected what the line counted
         * with, the line and its correction go together. Without one it is the opposite of what was posted.
         */
        InterestLine back(RateBook rates) {
            if (delta.principal() == 0) {
                return delta.negate();
            }
            long index = rates.series(seriesId).index(part, valueDate);
            return InterestLine.ZERO.movePrincipal(-delta.principal(), index).takeInterest(-interest.amount());
        }
    }
}
