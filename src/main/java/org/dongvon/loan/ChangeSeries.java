package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartMove;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Ledger;
import org.dongvon.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Moves a loan's principal to another rate series: −B in the old part and +B in the new, each at its own index of the day.
 * Interest that accrued before stays owed on the old part. No đồng moves, so that the journal has no entries.
 */
@Service
public class ChangeSeries {

    private static final String FOLLOW = """
            update loan.loan set series_id = :series where id = :loan
            """;

    private final LoanBook book;
    private final Ledger ledger;
    private final Programmes programmes;
    private final JdbcClient db;

    ChangeSeries(LoanBook book, Ledger ledger, Programmes programmes, JdbcClient db) {
        this.book = book;
        this.ledger = ledger;
        this.programmes = programmes;
        this.db = db;
    }

    /**
     * Moves what a loan has in term, from the open day of its office on, which the caller holds; nothing when all of it
     * follows the series already.
     *
     * @param submission the key of the submission that moves it, and of its journal
     */
    public void run(UUID submission, long loanId, int seriesId, Where where) {
        var loan = Objects.requireNonNull(book.lock(List.of(loanId)).balances().get(loanId), "it is in scope");
        var line = new LoanMovement.Line(line(submission), 1);
        var movements = new ArrayList<LoanMovement>(2);
        for (var part : loan.parts()) {
            long principal = part.line().principal();
            if (part.part() == Part.IN_TERM && part.seriesId() != seriesId && principal > 0) {
                var move = PartMove.of(principal, index(part.seriesId(), where.day()), index(seriesId, where.day()));
                movements.add(movement(line, loan, part.seriesId(), move.out()));
                movements.add(movement(line, loan, seriesId, move.in()));
            }
        }
        if (movements.isEmpty()) {
            return;
        }
        long point = loan.header().pointId();
        var journal = ledger.postWithoutEntries(
                "ROLLOVER", List.of(new Ledger.Bare(submission, point, where.officeId(), where.day())));
        book.openParts(movements);
        book.write(Objects.requireNonNull(journal.get(point)), where.day(), movements);
        db.sql(FOLLOW).param("series", seriesId).param("loan", loanId).update();
    }

    private long index(int seriesId, LocalDate day) {
        return programmes.current().rates().series(seriesId).index(Part.IN_TERM, day);
    }

    private static LoanMovement movement(LoanMovement.Line line, LoanBalance loan, int seriesId, InterestLine delta) {
        var kind = LoanMovement.Kind.NEW_SERIES;
        return new LoanMovement(line, loan.header(), seriesId, Part.IN_TERM, kind, delta, Dong.ZERO, null);
    }

    private static UUID line(UUID submission) {
        return UUID.nameUUIDFromBytes(("new series by " + submission).getBytes(StandardCharsets.US_ASCII));
    }

    /** The office and its open day. */
    public record Where(long officeId, LocalDate day) {}
}
