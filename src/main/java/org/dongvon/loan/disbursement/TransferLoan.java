package org.dongvon.loan.disbursement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.PartDisbursements;
import org.dongvon.loan.PartDisbursements.Drawing;
import org.dongvon.loan.application.PaidApplications;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A loan, or a part of it, paid to an account (GNCK): the credit officer or the accountant asks for it on the borrower's
 * paper, the controller releases it, which books it against the bank's funds on the office's open day. The subject is the
 * loan's code.
 */
@Component
public class TransferLoan implements ChangeKind {

    public static final String NAME = "loan.transfer";

    private static final String KIND = "TRANSFER";
    private static final String PAYEE = "payee.";
    private static final String AMOUNT = "amount";

    private static final String WRITE = """
            insert into loan.transfer
                   (loan_id, point_id, change_id, submission, paid_on, amount, payee, holder, account, bank, document)
            values (:loan, :point, :change, :key, :day, :amount, :payee, :holder, :account, :bank, :document)
            """;

    private final PartDisbursements disbursements;
    private final PaidApplications applications;
    private final BusinessDays days;
    private final Ledger ledger;
    private final JdbcClient db;

    TransferLoan(
            PartDisbursements disbursements,
            PaidApplications applications,
            BusinessDays days,
            Ledger ledger,
            JdbcClient db) {
        this.disbursements = disbursements;
        this.applications = applications;
        this.days = days;
        this.ledger = ledger;
        this.db = db;
    }

    /** What to ask for. */
    public static Facts wanted(Dong amount, Payee payee) {
        return Facts.none()
                .dong(AMOUNT, amount)
                .word("payee", PAYEE + payee.kind())
                .text("holder", payee.holder())
                .text("account", payee.account())
                .text("bank", payee.bank())
                .text("document", payee.document());
    }

    /** To whom a request wants the money paid. */
    static Payee payee(Facts facts) {
        return new Payee(
                Payee.Kind.valueOf(facts.textOf("payee").substring(PAYEE.length())),
                facts.textOf("holder"),
                facts.textOf("account"),
                facts.textOf("bank"),
                facts.textOf("document"));
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
        return Label.same(disbursements.find(subject).map(Drawing::title).orElse(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return disbursements.find(subject).map(Drawing::people).orElse(List.of());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return disbursements
                .find(subject)
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, subject))
                .header()
                .pointId();
    }

    /** What was paid out before; another part paid in between makes the request outdated. */
    @Override
    public Facts current(String subject, Facts wanted) {
        // The day before the loan, as every posting locks them.
        days.hold(disbursements.open(subject).place().officeId());
        var sums = disbursements.lock(subject).sums();
        return Facts.none().dong("drawn", sums.drawn()).dong("undrawn", sums.undrawn());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf(AMOUNT);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var drawing = disbursements.open(subject);
        if (drawing.isFirst()) {
            applications.requireReady(List.of(drawing.header().id()));
        }
        disbursements.check(drawing, wanted.dongOf(AMOUNT));
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var sums = disbursements.open(subject).sums();
        return Facts.none()
                .dong("whole", sums.whole())
                .dong("left", sums.undrawn().minus(wanted.dongOf(AMOUNT)));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var drawing = disbursements.lock(approved.subject());
        var amount = approved.wanted().dongOf(AMOUNT);
        var movement = disbursements.plan(drawing, new LoanMovement.Line(approved.submission(), 1), amount);
        if (drawing.isFirst()) {
            applications.paidOut(
                    checker, approved.submission(), List.of(drawing.header().id()));
        }
        book(approved.submission(), drawing, movement);
        write(drawing, approved);
    }

    private void book(UUID submission, Drawing drawing, LoanMovement movement) {
        var place = drawing.place();
        var movements = List.of(movement);
        var entries = new ArrayList<Entry>(LoanEntries.of(movements));
        entries.add(Entry.of(Account.BANK, LoanEntries.cash(movements)));
        var header = new Journal.Header(
                submission, drawing.header().pointId(), place.officeId(), place.day(), place.day(), KIND, null);
        long journal = ledger.post(new Journal(header, entries)).journalId();
        disbursements.post(journal, drawing, movement);
    }

    private void write(Drawing drawing, Approved approved) {
        var payee = payee(approved.wanted());
        db.sql(WRITE)
                .param("loan", drawing.header().id())
                .param("point", drawing.header().pointId())
                .param("change", approved.id())
                .param("key", approved.submission())
                .param("day", drawing.place().day())
                .param("amount", approved.wanted().dongOf(AMOUNT).amount())
                .param("payee", payee.kind().name())
                .param("holder", payee.holder())
                .param("account", payee.account())
                .param("bank", payee.bank())
                .param("document", payee.document())
                .update();
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/transfer";
    }
}
