package org.dongvon.session.provisional;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanDesk;
import org.dongvon.session.Provisionals;
import org.dongvon.session.Provisionals.Money;
import org.dongvon.session.Provisionals.Open;
import org.dongvon.session.provisional.CollectionBook.Group;
import org.dongvon.session.provisional.CollectionBook.Place;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Repository;

/** Reads a group head's own sheet: what each member owes by the next session, what she took, whom to remind of what. */
@Repository
class CollectionPages {

    private final CollectionBook book;
    private final Transactions transactions;

    CollectionPages(CollectionBook book, Transactions transactions) {
        this.book = book;
        this.transactions = transactions;
    }

    /** None when the group does not work any more, or nobody has formed it yet. */
    Optional<Collection> read(Actor head) {
        return transactions.read(head, () -> {
            try {
                var group = book.group(Provisionals.groupOf(head));
                var places = book.places(group.id(), group.sessionOn());
                var desk = book.desk(places);
                var open = book.open(group.id());
                var rows = places.stream()
                        .map(place -> new Row(place, owed(desk, place, group), taken(open, place)))
                        .toList();
                return Optional.of(new Collection(group, rows, open, book.coversDeposits(group)));
            } catch (Refused noSuchGroup) {
                return Optional.empty();
            }
        });
    }

    private static Dong owed(LoanDesk desk, Place place, Group group) {
        var loan = place.key().loanId();
        var balance = loan == null ? null : desk.balances().get(loan);
        return balance == null ? Dong.ZERO : desk.interestAskedOn(balance, group.sessionOn());
    }

    private static List<Open> taken(List<Open> open, Place place) {
        return open.stream()
                .filter(each -> each.memberId() == place.key().memberId()
                        && Objects.equals(each.loanId(), place.key().loanId()))
                .toList();
    }

    /** One member and loan: interest owed by the session, and what was taken of it. */
    record Row(Place place, Dong owed, List<Open> taken) {

        public Money sum() {
            return taken.stream().map(Open::money).reduce(Money.NOTHING, Money::plus);
        }

        /** What is still to be asked for. */
        public Dong left() {
            return owed.minus(sum().interest()).max(Dong.ZERO);
        }

        public Dong savingLeft() {
            return place.takesSaving()
                    ? place.member().monthlySaving().minus(sum().saving()).max(Dong.ZERO)
                    : Dong.ZERO;
        }

        public boolean hasInterest() {
            return place.loan() != null;
        }

        /** Names of fields, of the member and the loan. */
        public String field() {
            var loan = place.key().loanId();
            return place.key().memberId() + (loan == null ? "" : "-" + loan);
        }

        /** Principal that the member is to bring to the counter: overdue, or due by the session. */
        public boolean isReminded() {
            var loan = place.loan();
            return loan != null && (loan.overdue().isPositive() || loan.due().isPositive());
        }
    }

    /** The head's sheet. */
    record Collection(Group group, List<Row> rows, List<Open> open, boolean deposits) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return Stream.concat(
                            Stream.ofNullable(group.names().headId()),
                            rows.stream().map(row -> row.place().member().personId()))
                    .distinct()
                    .toList();
        }

        public Money held() {
            return open.stream().map(Open::money).reduce(Money.NOTHING, Money::plus);
        }

        public boolean isToHandIn() {
            return open.stream().anyMatch(each -> !each.isHandedIn());
        }

        public Dong owed() {
            return rows.stream().map(Row::owed).reduce(Dong.ZERO, Dong::plus);
        }

        public List<Row> reminders() {
            return rows.stream().filter(Row::isReminded).toList();
        }

        public String name(Open line) {
            return rows.stream()
                    .filter(row -> row.place().key().memberId() == line.memberId())
                    .map(row -> row.place().name())
                    .findFirst()
                    .orElse("");
        }
    }
}
