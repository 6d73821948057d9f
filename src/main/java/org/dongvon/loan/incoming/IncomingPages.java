package org.dongvon.loan.incoming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.SearchPeople;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.LoanCredits.Standing;
import org.dongvon.loan.incoming.IncomingBook.Loan;
import org.dongvon.loan.incoming.IncomingBook.Step;
import org.dongvon.loan.incoming.IncomingBook.Transfer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages of incoming transfers show. */
@Service
class IncomingPages {

    private static final int SUGGESTED = 10;

    private final IncomingBook book;
    private final LoanCredits credits;
    private final SearchPeople people;
    private final Transactions transactions;

    IncomingPages(IncomingBook book, LoanCredits credits, SearchPeople people, Transactions transactions) {
        this.book = book;
        this.credits = credits;
        this.people = people;
        this.transactions = transactions;
    }

    /** Those of which something is left, or the latest. */
    Index index(Actor actor, boolean all) {
        return transactions.read(
                actor, () -> new Index(all ? book.latest() : book.open(), all, actor.role() == Role.ACCOUNTANT));
    }

    /**
     * A transfer with what became of it and the loans that it may be for.
     *
     * @throws Refused {@link IncomingRefusal#INCOMING_UNKNOWN}
     */
    View show(Actor actor, String id) {
        return transactions.read(actor, () -> {
            var transfer = book.get(id);
            return new View(
                    transfer,
                    book.steps(transfer.id()),
                    transfer.isOpen() ? suggestions(transfer) : List.of(),
                    actor.role() == Role.ACCOUNTANT);
        });
    }

    private List<Suggestion> suggestions(Transfer transfer) {
        var loans = book.meant(transfer, people.byName(transfer.line().payer()));
        var standing = credits.read(
                loans.stream().map(Loan::id).toList(), transfer.place().day());
        var found = new ArrayList<Suggestion>();
        for (var loan : loans) {
            int points = points(transfer, loan, standing);
            if (points > 0) {
                found.add(new Suggestion(loan, standing.get(loan.id()), points));
            }
        }
        found.sort(Comparator.comparingInt(Suggestion::points).reversed());
        return found.stream().limit(SUGGESTED).toList();
    }

    private static int points(Transfer transfer, Loan loan, Map<Long, Standing> standing) {
        var line = transfer.line();
        var name = loan.name() == null ? "" : loan.name();
        int points = Resemblance.points(line.payer(), line.note(), loan.code(), name);
        var owes = standing.get(loan.id());
        boolean exact = owes != null
                && (line.amount().equals(owes.interest()) || line.amount().equals(owes.owed()));
        return points > 0 && exact ? points + Resemblance.OF_AMOUNT : points;
    }

    /** A list of transfers. */
    record Index(List<Transfer> transfers, boolean all, boolean entering) {

        /** What a line of the bank's list consists of. */
        public List<IncomingColumn> columns() {
            return List.of(IncomingColumn.values());
        }

        /** What is left of them together. */
        public Dong left() {
            return Dong.sum(transfers.stream().map(Transfer::left).toList());
        }
    }

    /** A loan that a transfer may be for, and what it owes on the open day. */
    record Suggestion(Loan loan, @Nullable Standing standing, int points) {}

    /** A transfer on its page. */
    record View(Transfer transfer, List<Step> steps, List<Suggestion> suggestions, boolean using)
            implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return suggestions.stream()
                    .flatMap(each -> each.loan().people().stream())
                    .distinct()
                    .toList();
        }

        Step use(int seq) {
            return steps.stream()
                    .filter(each -> each.seq() == seq && each.isUse())
                    .findFirst()
                    .orElseThrow(() -> new Refused(IncomingRefusal.INCOMING_USE_UNKNOWN, transfer.id() + ":" + seq));
        }
    }
}
