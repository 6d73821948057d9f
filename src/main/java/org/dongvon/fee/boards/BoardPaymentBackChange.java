package org.dongvon.fee.boards;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.springframework.stereotype.Component;

/** Two persons take a payment to a board back, whole: it is owed again. The subject is the contract's code and the payment's number, {@code UT-1:3}. */
@Component
class BoardPaymentBackChange implements CapitalRequest, MovesAmount {

    static final String NAME = "fee.boards-payment-back";

    private final Contracts contracts;
    private final BoardBook book;
    private final BusinessDays days;
    private final CapitalPostings postings;

    BoardPaymentBackChange(Contracts contracts, BoardBook book, BusinessDays days, CapitalPostings postings) {
        this.contracts = contracts;
        this.book = book;
        this.days = days;
        this.postings = postings;
    }

    /** What is asked for: the payment as it stands. Inside the caller's transaction. */
    Facts wanted(String subject) {
        var of = Subject.parse(subject);
        var payment = book.payment(contracts.look(of.contract()), of.number());
        return Facts.none().text("receiver", payment.receiver()).dong("amount", payment.amount());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return contracts.look(Subject.parse(subject).contract()).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var code = Subject.parse(subject).contract();
        days.hold(contracts.look(code).officeId());
        contracts.hold(code);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        standing(
                contracts.hold(Subject.parse(subject).contract()),
                Subject.parse(subject).number());
    }

    private BoardBook.Payment standing(Held contract, int number) {
        var payment = book.payment(contract, number);
        if (!payment.stands()) {
            throw new Refused(FeeRefusal.BOARD_PAYMENT_TAKEN_BACK, contract.code(), number);
        }
        return payment;
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var contract = contracts.hold(of.contract());
        var payment = standing(contract, of.number());
        var amount = payment.amount().negate();
        var journals = postings.takeBack(
                checker,
                approved,
                CapitalPostings.Kind.BOARDS_PAYMENT_BACK,
                List.of(new Leg(contract.pointId(), BoardPaymentChange.entries(contract.id(), amount), List.of())),
                Map.of(contract.pointId(), book.journal(contract, of.number())));
        book.write(
                contract,
                Objects.requireNonNull(journals.get(contract.pointId())),
                new BoardBook.Paid(payment.receiver(), payment.reference(), amount, of.number()));
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/capital/" + of.contract() + "/boards/back?number=" + of.number();
    }

    /** A contract and the number of a payment. */
    record Subject(String contract, int number) {

        static Subject parse(String subject) {
            int colon = subject.lastIndexOf(':');
            var number = subject.substring(colon + 1);
            if (colon < 1 || !number.matches("\\d{1,5}")) {
                throw new Refused(FeeRefusal.UNKNOWN_BOARD_PAYMENT, subject, number);
            }
            return new Subject(subject.substring(0, colon), Integer.parseInt(number));
        }
    }
}
