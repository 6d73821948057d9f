package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dongvon.capital.Allotments;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.RoundTrip;
import org.springframework.stereotype.Service;

/**
 * Takes borrowers' payments: first {@link #lock} the loans, then {@link LoanDesk#plan} each line against its balance, then
 * {@link #post} all that was planned in one go, with the journal of {@link LoanEntries}.
 */
@Service
public class Repayments {

    private final LoanBook book;
    private final Programmes programmes;
    private final Allotments allotments;

    Repayments(LoanBook book, Programmes programmes, Allotments allotments) {
        this.book = book;
        this.programmes = programmes;
        this.allotments = allotments;
    }

    /** The loans, locked in order until the transaction ends. */
    public LoanDesk lock(Collection<Long> loanIds) {
        return desk(book.lock(loanIds));
    }

    /** Likewise, among other statements of one journey. */
    public RoundTrip.Answer<LoanDesk> lock(RoundTrip trip, Collection<Long> loanIds) {
        return book.lock(trip, loanIds).map(this::desk);
    }

    /** The loans without a lock: for pages, and for checking a sheet before it is posted. */
    public LoanDesk read(Collection<Long> loanIds) {
        return desk(book.read(loanIds));
    }

    private LoanDesk desk(LoanBook.Loaded loans) {
        var version = loans.version();
        return new LoanDesk(loans.balances(), version == null ? programmes.current() : programmes.current(version));
    }

    /** The identifier of the rounding that a closing line brings along; always the same for the same line. */
    static UUID roundingLine(UUID line) {
        return UUID.nameUUIDFromBytes(("rounding of " + line).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Writes what was planned, gives the principal back to its allotments and closes the loans that are settled: among
     * other statements of one journey, which the caller sends.
     */
    public void post(RoundTrip trip, long journalId, Days days, List<Planned> planned) {
        var movements = planned.stream().flatMap(p -> p.movements().stream()).toList();
        book.write(trip, journalId, days.value(), movements);
        allotments.move(trip, journalId, LoanEntries.lentByAllotment(movements));
        var closed = planned.stream()
                .filter(Planned::closes)
                .map(p -> p.after().header().id())
                .toList();
        if (!closed.isEmpty()) {
            book.close(trip, closed, days.business());
        }
    }

    /** On which open day payments are posted, and from which day on they count. */
    public record Days(LocalDate business, LocalDate value) {}

    /**
     * What one line will do.
     *
     * @param after the balance when it has been done, before the rounding of a loan that closes
     * @param closes whether nothing is left to pay
     */
    public record Planned(LoanBalance after, List<LoanMovement> movements, boolean closes) {

        public Planned {
            movements = List.copyOf(movements);
        }
    }
}
