package org.dongvon.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
            select distinct loan_id from loan.movement where line_id = any (cast(:lines as uuid[])) and kind = 'REPAYMENT'
            """;

    private static final String MOVEMENTS = """
            select m.line_id, m.loan_id, m.series_id, m.part, m.value_date, m.principal, m.interest, m.constant,
                   exists (select from loan.movement r where r.reverses = m.line_id) as reversed
              from loan.movement m
             where m.line_id = any (cast(:lines as uuid[])) and m.kind in ('REPAYMENT', 'ROUNDING')
             order by m.line_no, m.line_id, m.series_id, m.part
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
     * @throws Refused {@link LoanRefusal#ALREADY_REVERSED}
     */
    public List<LoanMovement> plan(Map<UUID, LoanMovement.Line> lines) {
        var loans = book.lock(loans(lines.keySet())).balances();
        var wanted = new ArrayList<Stored>();
        for (var stored : movements(withRoundings(lines.keySet()))) {
            if (stored.reversed()) {
                throw new Refused(
                        LoanRefusal.ALREADY_REVERSED, header(loans, stored).code());
            }
            wanted.add(stored);
        }
        var rates = programmes.current().rates();
        return wanted.stream()
                .map(stored -> back(stored, header(loans, stored), lines, rates))
                .toList();
    }

    private static LoanHeader header(Map<Long, LoanBalance> loans, Stored stored) {
        return Objects.requireNonNull(loans.get(stored.loanId()), "its lines were asked for")
                .header();
    }

    private static LoanMovement back(
            Stored stored, LoanHeader loan, Map<UUID, LoanMovement.Line> lines, RateBook rates) {
        return new LoanMovement(
                newLine(stored.lineId(), lines),
                loan,
                stored.seriesId(),
                stored.part(),
                LoanMovement.Kind.REVERSAL,
                stored.back(rates),
                Dong.ZERO.minus(stored.interest()),
                stored.lineId());
    }

    private static LoanMovement.Line newLine(UUID original, Map<UUID, LoanMovement.Line> lines) {
        var own = lines.get(original);
        if (own != null) {
            return own;
        }
        return lines.entrySet().stream()
                .filter(entry -> Repayments.roundingLine(entry.getKey()).equals(original))
                .map(Map.Entry::getValue)
                .map(line -> new LoanMovement.Line(Repayments.roundingLine(line.id()), line.number()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody asked for line " + original));
    }

    private static List<UUID> withRoundings(Collection<UUID> lines) {
        var all = new ArrayList<UUID>(lines);
        lines.forEach(line -> all.add(Repayments.roundingLine(line)));
        return all;
    }

    private List<Long> loans(Collection<UUID> lines) {
        return db.sql(LOANS)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> row.getLong("loan_id"))
                .list();
    }

    private List<Stored> movements(Collection<UUID> lines) {
        return db.sql(MOVEMENTS)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> {
                    BigDecimal constant = row.getBigDecimal("constant");
                    return new Stored(
                            row.getObject("line_id", UUID.class),
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
    public void post(long journalId, LocalDate valueDate, List<LoanMovement> movements) {
        book.write(journalId, valueDate, movements);
        allotments.move(journalId, LoanEntries.lentByAllotment(movements));
        var loans = movements.stream().map(m -> m.loan().id()).distinct().toList();
        if (!loans.isEmpty()) {
            book.reopen(loans);
        }
    }

    private record Stored(
            UUID lineId,
            long loanId,
            int seriesId,
            Part part,
            LocalDate valueDate,
            InterestLine delta,
            Dong interest,
            boolean reversed) {

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
