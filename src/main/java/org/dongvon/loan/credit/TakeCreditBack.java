package org.dongvon.loan.credit;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.credit.CreditBook.Overpaid;
import org.dongvon.loan.credit.CreditBook.Use;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** A posted use of a loan's credit is taken back whole. The subject is the loan's code and the use: {@code LC-1:12}. */
@Component
public class TakeCreditBack implements MovesAmount {

    public static final String NAME = "loan.credit-back";

    private final CreditBook book;
    private final LoanCredits credits;
    private final BusinessDays days;

    TakeCreditBack(CreditBook book, LoanCredits credits, BusinessDays days) {
        this.book = book;
        this.credits = credits;
        this.days = days;
    }

    /** What is asked for: the whole use. */
    public static Facts whole(Dong amount) {
        return Facts.none().dong("amount", amount);
    }

    static String subject(String code, long use) {
        return code + ":" + use;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER, Role.ACCOUNTANT);
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
        return Label.same(loan(subject).title());
    }

    @Override
    public List<Long> people(String subject) {
        return loan(subject).people();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return loan(subject).place().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var loan = loan(subject);
        days.hold(loan.place().officeId());
        credits.lock(List.of(loan.id()), loan.place().day());
        use(loan, subject);
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var loan = loan(subject);
        open(loan, subject);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = loan(approved.subject());
        var use = open(loan, approved.subject());
        var place = loan.place();
        var header = new Journal.Header(
                approved.submission(),
                place.pointId(),
                place.officeId(),
                place.day(),
                place.day(),
                "REVERSAL",
                credits.journalOf(use.submission()));
        var money = use.kind().equals(UseCredit.TRANSFER)
                ? List.of(Entry.of(Account.BANK, use.amount()))
                : List.<Entry>of();
        credits.takeBack(header, use.submission(), money);
        book.add(
                loan,
                new CreditBook.Entry(
                        "BACK",
                        use.amount(),
                        null,
                        CreditBook.Account.NONE,
                        use,
                        approved.id(),
                        approved.submission()));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + code(subject) + "/credit/" + subject.substring(subject.lastIndexOf(':') + 1);
    }

    private static String code(String subject) {
        int colon = subject.lastIndexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon);
    }

    private Overpaid loan(String subject) {
        return book.get(code(subject));
    }

    private Use use(Overpaid loan, String subject) {
        var number = subject.substring(subject.lastIndexOf(':') + 1);
        if (!number.matches("\\d{1,18}")) {
            throw new Refused(LoanRefusal.CREDIT_USE_UNKNOWN, subject);
        }
        return book.use(loan.id(), Long.parseLong(number))
                .orElseThrow(() -> new Refused(LoanRefusal.CREDIT_USE_UNKNOWN, subject));
    }

    private Use open(Overpaid loan, String subject) {
        var use = use(loan, subject);
        if (use.kind().equals(UseCredit.CASH)) {
            throw new Refused(LoanRefusal.CREDIT_PAID_AT_COUNTER, use.amount(), use.day());
        }
        if (use.takenBack() != null) {
            throw new Refused(LoanRefusal.CREDIT_USE_TAKEN_BACK, use.amount(), use.takenBack());
        }
        return use;
    }
}
