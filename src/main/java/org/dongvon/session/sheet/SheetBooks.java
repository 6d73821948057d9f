package org.dongvon.session.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.dongvon.loan.Repayments;
import org.dongvon.savings.Deposits;
import org.dongvon.session.Provisionals;
import org.dongvon.session.Provisionals.Taken;
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
    private final Provisionals provisionals;
    private final RoundTrips trips;

    SheetBooks(
            Repayments repayments,
            Deposits deposits,
            PostedLines postedLines,
            HeadsContract contract,
            Provisionals provisionals,
            RoundTrips trips) {
        this.repayments = repayments;
        this.deposits = deposits;
        this.postedLines = postedLines;
        this.contract = contract;
        this.provisionals = provisionals;
        this.trips = trips;
    }

    /** Locks loans and deposits of the sheet, in the order of locks; the answer is there once the trip is sent. */
    Supplier<Books> lock(RoundTrip trip, Sheet sheet) {
        var loans = repayments.lock(trip, PostSheet.loans(sheet));
        var accounts = deposits.lock(trip, savers(sheet));
        var posted = postedLines.of(trip, PostSheet.lines(sheet));
        var covered = contract.coversDeposits(trip, sheet);
        var taken = taken(trip, sheet);
        return () -> new Books(loans.get(), accounts.get(), posted.get(), covered.get(), taken.get());
    }

    /** The same without locks. */
    Books read(Sheet sheet) {
        var trip = trips.begin();
        var posted = postedLines.of(trip, PostSheet.lines(sheet));
        var covered = contract.coversDeposits(trip, sheet);
        var taken = taken(trip, sheet);
        trip.send();
        return new Books(
                repayments.read(PostSheet.loans(sheet)),
                deposits.read(savers(sheet)),
                posted.get(),
                covered.get(),
                taken.get());
    }

    /** Nothing is asked for a sheet that counts nothing. */
    private Supplier<Map<UUID, Taken>> taken(RoundTrip trip, Sheet sheet) {
        if (sheet.counts().isEmpty()) {
            return Map::of;
        }
        var taken = provisionals.open(trip, sheet.groupId(), sheet.counts());
        return taken::get;
    }

    private static List<Long> savers(Sheet sheet) {
        return sheet.lines().stream()
                .filter(line -> line.saving().isPositive())
                .map(SheetLine::memberId)
                .distinct()
                .toList();
    }
}
