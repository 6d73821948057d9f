package org.dongvon.loan.credit;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.credit.CreditBook.Overpaid;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was paid too much is set off against another loan of the borrower or paid back to an account. The subject is the code
 * of the loan that was overpaid.
 */
@Component
public class UseCredit implements MovesAmount {

    public static final String NAME = "loan.credit";

    static final String SET_OFF = "SET_OFF";
    static final String TRANSFER = "TRANSFER";

    /** Paid at the counter of a session, by nobody's request. */
    static final String CASH = "CASH";

    private static final String WORD = "credit.use.";

    private final CreditBook book;
    private final LoanCredits credits;
    private final BusinessDays days;

    UseCredit(CreditBook book, LoanCredits credits, BusinessDays days) {
        this.book = book;
        this.credits = credits;
        this.days = days;
    }

    /** What to ask for: an amount set off against another loan. */
    public static Facts setOff(Dong amount, String otherLoan) {
        return Facts.none().dong("amount", amount).word("use", WORD + SET_OFF).text("other", otherLoan);
    }

    /** What to ask for: an amount paid back to an account of the borrower's choice. */
    public static Facts payBack(Dong amount, Payee payee) {
        return Facts.none()
                .dong("amount", amount)
                .word("use", WORD + TRANSFER)
                .text("holder", payee.holder())
                .text("account", payee.account())
                .text("bank", payee.bank());
    }

    static String useOf(Facts facts) {
        return facts.textOf("use").substring(WORD.length());
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
        return Label.same(book.get(subject).title());
    }

    @Override
    public List<Long> people(String subject) {
        return book.get(subject).people();
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return book.get(subject).place().pointId();
    }

    /** The credit itself: a rate that changes it in between makes the request outdated. */
    @Override
    public Facts current(String subject, Facts wanted) {
        var loan = book.get(subject);
        var day = days.hold(loan.place().officeId());
        var other = other(loan, wanted);
        var ids = other == null ? List.of(loan.id()) : List.of(loan.id(), other.id());
        var standing = credits.lock(ids, day);
        var known = standing.get(loan.id());
        return wanted.emptied().dong("credit", known == null ? Dong.ZERO : known.credit());
    }

    private CreditBook.@Nullable Other other(Overpaid loan, Facts wanted) {
        return useOf(wanted).equals(SET_OFF) ? book.other(loan, wanted.textOf("other")) : null;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var loan = book.get(subject);
        var amount = wanted.dongOf("amount");
        if (!amount.isPositive()) {
            throw new Refused(LoanRefusal.AMOUNT_NEGATIVE, subject);
        }
        var credit = current.dongOf("credit");
        if (amount.compareTo(credit) > 0) {
            throw new Refused(LoanRefusal.CREDIT_ABOVE_OVERPAID, amount, credit, subject);
        }
        var other = other(loan, wanted);
        if (other != null) {
            var standing = credits.read(List.of(other.id()), loan.place().day()).get(other.id());
            var owed = standing == null ? Dong.ZERO : standing.owed();
            if (amount.compareTo(owed) > 0) {
                throw new Refused(LoanRefusal.CREDIT_ABOVE_OTHER_DEBT, amount, owed, other.code());
            }
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = book.get(approved.subject());
        var wanted = approved.wanted();
        var amount = wanted.dongOf("amount");
        var place = loan.place();
        var header = new Journal.Header(
                approved.submission(), place.pointId(), place.officeId(), place.day(), place.day(), "CREDIT", null);
        var other = other(loan, wanted);
        if (other == null) {
            credits.payBack(header, loan.id(), amount);
        } else {
            credits.setOff(header, loan.id(), other.id(), amount);
        }
        var account = other != null
                ? CreditBook.Account.NONE
                : new CreditBook.Account(wanted.textOf("holder"), wanted.textOf("account"), wanted.textOf("bank"));
        book.add(
                loan,
                new CreditBook.Entry(
                        useOf(wanted),
                        amount,
                        other == null ? null : other.id(),
                        account,
                        null,
                        approved.id(),
                        approved.submission()));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/credit";
    }
}
