package org.dongvon.capital.money;

import java.time.LocalDate;
import java.util.List;
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
 * Money of a contract that comes in, or goes back to its owner. The subject is {@code <contract>:RECEIVED} or {@code
 * <contract>:RETURNED}; two receipts of one amount on one day are two requests.
 *
 * <p>Example: 500 000 000 đ received for UT-TP-2024 on 2/5/2024 debits the bank account and credits capital not granted.
 */
@Component
public class MoneyChange implements CapitalRequest, MovesAmount {

    public static final String NAME = "capital.money";

    private final Contracts contracts;
    private final CapitalPostings postings;
    private final BusinessDays days;

    MoneyChange(Contracts contracts, CapitalPostings postings, BusinessDays days) {
        this.contracts = contracts;
        this.postings = postings;
        this.days = days;
    }

    /** The fields of such a change: the amount, and the day on which the money came or went. */
    static Facts wanted(Dong amount, LocalDate on) {
        return Facts.none().dong("amount", amount).date("on", on);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var which = Which.of(subject);
        return which.isIn()
                ? new Label(which.contract + ": nhận vốn", which.contract + ": money received")
                : new Label(which.contract + ": hoàn trả vốn", which.contract + ": money returned");
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return contracts.hold(Which.of(subject).contract).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        contracts.hold(Which.of(subject).contract);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var which = Which.of(subject);
        var contract = contracts.hold(which.contract);
        var amount = wanted.dongOf("amount");
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
        requireDay(contract, which, wanted.dateOf("on"));
        var toCome = contract.money().agreed().minus(contract.money().received());
        if (which.isIn() && amount.isMoreThan(toCome)) {
            throw new Refused(CapitalRefusal.MORE_THAN_AGREED, amount, toCome);
        }
        if (!which.isIn() && amount.isMoreThan(contract.money().ungranted())) {
            throw new Refused(
                    CapitalRefusal.MORE_THAN_IDLE, amount, contract.money().ungranted());
        }
    }

    private void requireDay(Held contract, Which which, LocalDate on) {
        if (on.isBefore(contract.signedOn())) {
            throw new Refused(CapitalRefusal.BEFORE_CONTRACT, on, contract.signedOn());
        }
        var today = days.today(contract.officeId());
        if (on.isAfter(today)) {
            throw new Refused(CapitalRefusal.DAY_NOT_YET, on, today);
        }
        var endsOn = contract.endsOn();
        if (which.isIn() && endsOn != null && on.isAfter(endsOn)) {
            throw new Refused(CapitalRefusal.AFTER_CONTRACT, on, endsOn);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var money = contracts.look(Which.of(subject).contract).money();
        return Facts.none()
                .dong("to-come", money.agreed().minus(money.received()))
                .dong("idle", money.ungranted());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var which = Which.of(approved.subject());
        var contract = contracts.hold(which.contract);
        var amount = approved.wanted().dongOf("amount");
        var signed = which.isIn() ? amount : amount.negate();
        var entries = List.of(
                Entry.of(Account.BANK, signed),
                new Entry(Account.UNGRANTED_CAPITAL, 0, contract.id(), signed.negate()));
        postings.post(
                checker,
                approved,
                CapitalPostings.Kind.CAPITAL_MONEY,
                approved.wanted().dateOf("on"),
                List.of(new Leg(contract.pointId(), entries, List.of(new Move(contract.id(), which.kind, signed)))));
    }

    @Override
    public String form(String subject) {
        var which = Which.of(subject);
        return "/capital/" + which.contract + "/money/" + (which.isIn() ? "received" : "returned");
    }

    /** Which contract, in or out. */
    private record Which(String contract, MoveKind kind) {

        static Which of(String subject) {
            int colon = subject.lastIndexOf(':');
            var contract = subject.substring(0, Math.max(0, colon));
            return switch (subject.substring(colon + 1)) {
                case "RECEIVED" -> new Which(contract, MoveKind.RECEIVED);
                case "RETURNED" -> new Which(contract, MoveKind.RETURNED);
                default -> throw new Refused(CapitalRefusal.UNKNOWN_CONTRACT, subject);
            };
        }

        boolean isIn() {
            return kind == MoveKind.RECEIVED;
        }
    }
}
