package org.dongvon.loan.incoming;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.incoming.IncomingBook.NewStep;
import org.dongvon.loan.incoming.IncomingBook.Step;
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

/** A use of a transfer is taken back whole, and is left again. The subject is the transfer and the step: {@code 12:2}. */
@Component
public class TakeUseBack implements MovesAmount {

    public static final String NAME = "loan.incoming-back";

    private final IncomingBook book;
    private final LoanCredits credits;
    private final BusinessDays days;

    TakeUseBack(IncomingBook book, LoanCredits credits, BusinessDays days) {
        this.book = book;
        this.credits = credits;
        this.days = days;
    }

    /** What is asked for: the whole use. */
    public static Facts whole(Dong amount) {
        return Facts.none().dong("amount", amount);
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
        var line = transfer(subject).line();
        return Label.same(line.reference() + " · " + line.payer());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        var point = step(subject).loanPoint();
        return point == null ? transfer(subject).place().pointId() : point;
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(transfer(subject).place().officeId());
        step(subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        open(subject);
    }

    private Step open(String subject) {
        var step = step(subject);
        if (step.takenBack() != null) {
            throw new Refused(IncomingRefusal.INCOMING_USE_TAKEN_BACK, step.amount(), step.takenBack());
        }
        return step;
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var transfer = transfer(approved.subject());
        var step = open(approved.subject());
        var place = transfer.place();
        var point = step.loanPoint();
        var header = new Journal.Header(
                approved.submission(),
                point == null ? place.pointId() : point,
                place.officeId(),
                place.day(),
                place.day(),
                "REVERSAL",
                credits.journalOf(step.submission()));
        var entries = step.loan() == null
                ? List.of(
                        Entry.of(Account.BANK, step.amount()),
                        Entry.of(Account.RECEIVED_BY_TRANSFER, step.amount().negate()))
                : List.of(Entry.of(Account.RECEIVED_BY_TRANSFER, step.amount().negate()));
        credits.takeBack(header, step.submission(), entries);
        book.add(transfer, new NewStep("BACK", step.amount(), null, null, step, approved.id(), approved.submission()));
    }

    @Override
    public String form(String subject) {
        return "/incoming/" + id(subject) + "/uses/" + subject.substring(subject.indexOf(':') + 1);
    }

    private static String id(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon);
    }

    private Transfer transfer(String subject) {
        return book.get(id(subject));
    }

    private Step step(String subject) {
        return book.steps(transfer(subject).id()).stream()
                .filter(each -> each.isUse() && subject.endsWith(":" + each.seq()))
                .findFirst()
                .orElseThrow(() -> new Refused(IncomingRefusal.INCOMING_USE_UNKNOWN, subject));
    }
}
