package org.dongvon.loan.incoming;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.IncomingPayments;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments.Days;
import org.dongvon.loan.incoming.IncomingBook.NewStep;
import org.dongvon.loan.incoming.IncomingBook.Transfer;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** What a part of a transfer is for: a loan, or back to its payer. The subject is the transfer's identifier. */
@Component
public class UseIncoming implements MovesAmount {

    public static final String NAME = "loan.incoming-use";

    static final String LOAN = "LOAN";
    static final String RETURNED = "RETURNED";
    private static final String WORD = "incoming.use.";

    private final IncomingBook book;
    private final IncomingPayments payments;
    private final BusinessDays days;

    UseIncoming(IncomingBook book, IncomingPayments payments, BusinessDays days) {
        this.book = book;
        this.payments = payments;
        this.days = days;
    }

    /** What to ask for: an amount for a loan, which counts from a day on. */
    public static Facts forLoan(Dong amount, String loan, LocalDate value) {
        return Facts.none()
                .dong("amount", amount)
                .word("use", WORD + LOAN)
                .text("loan", loan)
                .date("value", value);
    }

    /** What to ask for: an amount back to the payer. */
    public static Facts back(Dong amount) {
        return Facts.none().dong("amount", amount).word("use", WORD + RETURNED);
    }

    static String useOf(Facts facts) {
        return facts.textOf("use").substring(WORD.length());
    }

    private static boolean isForLoan(Facts facts) {
        return useOf(facts).equals(LOAN);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.CONTROLLER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        var line = book.get(subject).line();
        return Label.same(line.reference() + " · " + line.payer());
    }

    /** Where it is booked: at the loan's point, or at the office's own. */
    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        var transfer = book.get(subject);
        return isForLoan(wanted)
                ? book.loan(transfer, wanted.textOf("loan")).pointId()
                : transfer.place().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(book.get(subject).place().officeId());
        return wanted.emptied().dong("left", book.get(subject).left());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var transfer = book.get(subject);
        var amount = wanted.dongOf("amount");
        if (!amount.isPositive()) {
            throw new Refused(LoanRefusal.AMOUNT_NEGATIVE, transfer.line().reference());
        }
        if (amount.compareTo(transfer.left()) > 0) {
            throw new Refused(
                    IncomingRefusal.INCOMING_ABOVE_LEFT,
                    amount,
                    transfer.left(),
                    transfer.line().reference());
        }
        if (isForLoan(wanted)) {
            requireValueDate(transfer, wanted.dateOf("value"));
            share(transfer, wanted);
        }
    }

    private static void requireValueDate(Transfer transfer, LocalDate value) {
        var arrived = transfer.line().arrivedOn();
        if (value.isBefore(arrived) || value.isAfter(transfer.place().day())) {
            throw new Refused(
                    IncomingRefusal.INCOMING_VALUE_DATE,
                    value,
                    arrived,
                    transfer.place().day());
        }
    }

    private IncomingPayments.Share share(Transfer transfer, Facts wanted) {
        var loan = book.loan(transfer, wanted.textOf("loan"));
        return payments.share(
                loan.id(), wanted.dongOf("amount"), new Days(transfer.place().day(), wanted.dateOf("value")));
    }

    /** How the loan takes it, as long as it does. */
    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        if (!isForLoan(wanted)) {
            return Facts.none();
        }
        try {
            var share = share(book.get(subject), wanted);
            return Facts.none().dong("interest", share.interest()).dong("principal", share.principal());
        } catch (Refused moved) {
            return Facts.none();
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var transfer = book.get(approved.subject());
        var wanted = approved.wanted();
        var amount = wanted.dongOf("amount");
        var place = transfer.place();
        if (isForLoan(wanted)) {
            var loan = book.loan(transfer, wanted.textOf("loan"));
            var value = wanted.dateOf("value");
            payments.pay(
                    new Journal.Header(
                            approved.submission(),
                            loan.pointId(),
                            place.officeId(),
                            place.day(),
                            value,
                            "TRANSFER_IN",
                            null),
                    loan.id(),
                    amount);
            book.add(transfer, new NewStep(LOAN, amount, loan.id(), value, null, approved.id(), approved.submission()));
        } else {
            payments.sendBack(
                    new Journal.Header(
                            approved.submission(),
                            place.pointId(),
                            place.officeId(),
                            place.day(),
                            place.day(),
                            "TRANSFER_RETURNED",
                            null),
                    amount);
            book.add(transfer, new NewStep(RETURNED, amount, null, null, null, approved.id(), approved.submission()));
        }
    }

    @Override
    public String form(String subject) {
        return "/incoming/" + subject;
    }
}
