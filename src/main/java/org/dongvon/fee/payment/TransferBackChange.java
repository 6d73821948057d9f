package org.dongvon.fee.payment;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.FeeRequest;
import org.dongvon.fee.payment.Dues.Payment;
import org.dongvon.fee.payment.PaymentPapers.Paper;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Two persons take a transfer to an association back, whole. The subject is the voucher's number. */
@Component
class TransferBackChange implements FeeRequest {

    static final String NAME = "fee.transfer-back";

    private static final String AMOUNT = "amount";
    private static final String PAID = "paid";

    private final PaymentPapers papers;
    private final Dues dues;
    private final TransferChange.Books books;
    private final Transactions transactions;

    TransferBackChange(PaymentPapers papers, Dues dues, TransferChange.Books books, Transactions transactions) {
        this.papers = papers;
        this.dues = dues;
        this.books = books;
        this.transactions = transactions;
    }

    /** What to ask for: what of the transfer was not taken back. */
    Facts wanted(Actor reader, String voucher) {
        return transactions.read(
                reader, () -> Facts.none().dong(AMOUNT, papers.find(voucher).standing()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return papers.find(subject).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var paper = papers.find(subject);
        books.days().hold(paper.officeId());
        return Facts.none().dong(AMOUNT, null).dong(PAID, paper.standing());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf(AMOUNT);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (!papers.find(subject).isTransfer()) {
            throw new Refused(FeeRefusal.UNKNOWN_PAYMENT);
        }
        if (!wanted.dongOf(AMOUNT).isPositive() || !wanted.dongOf(AMOUNT).equals(current.dongOf(PAID))) {
            throw new Refused(FeeRefusal.ALREADY_TAKEN_BACK, wanted.dongOf(AMOUNT));
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        Paper paper = papers.find(approved.subject());
        var day = books.days().hold(paper.officeId());
        var back =
                dues.lockStanding(paper.journalId()).stream().map(Payment::back).toList();
        var sum = Dong.sum(back.stream().map(Payment::amount).toList());
        var header = new Journal.Header(
                approved.submission(),
                paper.pointId(),
                paper.officeId(),
                day,
                day,
                "FEE_TRANSFER_BACK",
                paper.journalId());
        var entries = List.of(Entry.of(Account.FEE_PAYABLE, sum), Entry.of(Account.BANK, sum.negate()));
        dues.write(books.ledger().post(new Journal(header, entries)).journalId(), back);
    }

    @Override
    public String form(String subject) {
        return FeeTransferController.BACK + "?voucher=" + subject;
    }
}
