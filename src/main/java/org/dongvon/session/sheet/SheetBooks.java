package org.dongvon.session.sheet;

import java.util.List;
import java.util.function.Supplier;
import org.dongvon.loan.Repayments;
import org.dongvon.savings.Deposits;
import org.dongvon.session.sheet.SheetPlanner.Books;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.springframework.stereotype.Component;

/** Reads what the books say of the loans and members of a sheet. */
@Component
class SheetBooks {

    private final Repayments repayments;
    private final Deposits deposits;
    private final PostedLines postedLines;
    private final HeadsContract contract;
    private final RoundTrips trips;

    SheetBooks(
            Repayments repayments,
            Deposits deposits,
            PostedLines postedLines,
            HeadsContract contract,
            RoundTrips trips) {
        this.repayments = repayments;
        this.deposits = deposits;
        this.postedLines = postedLines;
        this.contract = contract;
        this.trips = trips;
    }

    /** Locks loans and deposits of the sheet, in the order of locks; the answer is there once the trip is sent. */
    Supplier<Books> lock(RoundTrip trip, Sheet sheet) {
        var loans = repayments.lock(trip, PostSheet.loans(sheet));
        var accounts = deposits.lock(trip, savers(sheet));
        var posted = postedLines.of(trip, PostSheet.lines(sheet));
        var covered = contract.coversDeposits(trip, sheet);
        return () -> new Books(loans.get(), accounts.get(), posted.get(), covered.get());
    }

    /** The same without locks. */
    Books read(Sheet sheet) {
        var trip = trips.begin();
        var posted = postedLines.of(trip, PostSheet.lines(sheet));
        var covered = contract.coversDeposits(trip, sheet);
        trip.send();
        return new Books(
                repayments.read(PostSheet.loans(sheet)), deposits.read(savers(sheet)), posted.get(), covered.get());
    }

    private static List<Long> savers(Sheet sheet) {
        return sheet.lines().stream()
                .filter(line -> line.saving().isPositive())
                .map(SheetLine::memberId)
                .distinct()
                .toList();
    }
}
