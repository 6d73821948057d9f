package org.dongvon.capital.money;

import java.util.List;
import java.util.stream.Stream;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalPostings.Move;
import org.dongvon.capital.CapitalPostings.MoveKind;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * Idle money that goes from one contract to another, such as when two communes merge and one contract takes the place of two.
 * The subject is {@code <from>:<to>}. What is lent stays with the contract it was lent from until it comes back.
 */
@Component
public class MoveChange implements CapitalRequest, MovesAmount {

    public static final String NAME = "capital.move";

    private final Contracts contracts;
    private final CapitalPostings postings;
    private final BusinessDays days;

    MoveChange(Contracts contracts, CapitalPostings postings, BusinessDays days) {
        this.contracts = contracts;
        this.postings = postings;
        this.days = days;
    }

    /** The fields of such a change. */
    static Facts wanted(String to, Dong amount) {
        return Facts.none().dong("amount", amount).text("to", to);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject.replace(":", " → "));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return hold(subject).from.pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        hold(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var pair = hold(subject);
        var amount = wanted.dongOf("amount");
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        var today = days.today(pair.to.officeId());
        if (today.isBefore(pair.to.signedOn())) {
            throw new Refused(CapitalRefusal.BEFORE_CONTRACT, today, pair.to.signedOn());
        }
        if (amount.isMoreThan(pair.from.money().ungranted())) {
            throw new Refused(
                    CapitalRefusal.MORE_THAN_IDLE, amount, pair.from.money().ungranted());
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var from = contracts.look(subject.split(":", 2)[0]);
        return Facts.none().dong("idle", from.money().ungranted());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var pair = hold(approved.subject());
        var amount = approved.wanted().dongOf("amount");
        boolean isOneOffice = pair.from.pointId() == pair.to.pointId();
        postings.post(
                checker,
                approved,
                CapitalPostings.Kind.CAPITAL_MOVE,
                approved.place().day(),
                List.of(leg(pair.from, amount.negate(), isOneOffice), leg(pair.to, amount, isOneOffice)));
    }

    // Between offices it goes through what they owe each other.
    private static Leg leg(Held contract, Dong amount, boolean isOneOffice) {
        var capital = new Entry(Account.UNGRANTED_CAPITAL, 0, contract.id(), amount.negate());
        var entries = isOneOffice ? List.of(capital) : List.of(capital, Entry.of(Account.BETWEEN_OFFICES, amount));
        return new Leg(contract.pointId(), entries, List.of(new Move(contract.id(), MoveKind.MOVED, amount)));
    }

    @Override
    public String form(String subject) {
        return "/capital/" + subject.split(":", 2)[0] + "/moves";
    }

    // In the order of their codes: two moves between the same contracts never wait in a circle.
    private Pair hold(String subject) {
        var codes = List.of(subject.split(":", 2));
        if (codes.size() != 2) {
            throw new Refused(CapitalRefusal.UNKNOWN_CONTRACT, subject);
        }
        if (codes.getFirst().equals(codes.getLast())) {
            throw new Refused(CapitalRefusal.SAME_CONTRACT, codes.getFirst());
        }
        var held = Stream.of(codes.getFirst(), codes.getLast())
                .sorted()
                .map(contracts::hold)
                .toList();
        boolean inOrder = held.getFirst().code().equals(codes.getFirst());
        return inOrder ? new Pair(held.getFirst(), held.getLast()) : new Pair(held.getLast(), held.getFirst());
    }

    /** The contract it leaves, and the one it comes to. */
    private record Pair(Held from, Held to) {}
}
