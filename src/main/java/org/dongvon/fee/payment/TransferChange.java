package org.dongvon.fee.payment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.FeeRequest;
import org.dongvon.fee.month.FeeMonth;
import org.dongvon.fee.month.MonthWords;
import org.dongvon.fee.month.Months;
import org.dongvon.fee.payment.Dues.Due;
import org.dongvon.fee.payment.Dues.Payment;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject.Kind;
import org.springframework.stereotype.Component;

/**
 * All that an association is still owed of a month, of all levels and points of the office, goes by one voucher from the
 * bank, by two persons. The subject is the month and the association: {@code LECHAN:2024-04:HPN}.
 */
@Component
class TransferChange implements FeeRequest {

    static final String NAME = "fee.transfer";

    private static final String AMOUNT = "amount";
    private static final String OWED = "owed";

    private final Months months;
    private final MonthWords words;
    private final Dues dues;
    private final Books books;
    private final Transactions transactions;

    TransferChange(Months months, MonthWords words, Dues dues, Books books, Transactions transactions) {
        this.months = months;
        this.words = words;
        this.dues = dues;
        this.books = books;
        this.transactions = transactions;
    }

    /** What to ask for: what is owed now. */
    Facts wanted(Actor reader, Subject subject) {
        return Facts.none().dong(AMOUNT, transactions.read(reader, () -> owed(subject)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var of = Subject.parse(subject);
        var month = words.describe(of.month());
        return new Label(of.association() + ", " + month.vi(), of.association() + ", " + month.en());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return months.office(Subject.parse(subject).month().office()).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = Subject.parse(subject);
        books.days().hold(months.office(of.month().office()).id());
        return Facts.none().dong(AMOUNT, null).dong(OWED, owed(of));
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf(AMOUNT);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (!wanted.dongOf(AMOUNT).isPositive() || !wanted.dongOf(AMOUNT).equals(current.dongOf(OWED))) {
            throw new Refused(FeeRefusal.NOTHING_OWED, current.dongOf(OWED));
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var office = months.office(of.month().office());
        var day = books.days().hold(office.id());
        var found = dues.lock(dues.openOf(month(of), of.association()));
        var payments = found.values().stream()
                .map(due -> new Payment(lineOf(approved, due), due.id(), due.pointId(), Way.BANK, due.amount(), null))
                .toList();
        var paid = Dong.sum(payments.stream().map(Payment::amount).toList());
        var header = new Journal.Header(
                approved.submission(), office.pointId(), office.id(), day, day, "FEE_TRANSFER", null);
        var entries = List.of(Entry.of(Account.FEE_PAYABLE, paid), Entry.of(Account.BANK, paid.negate()));
        dues.write(books.ledger().post(new Journal(header, entries)).journalId(), payments);
    }

    private static UUID lineOf(Approved approved, Due due) {
        var name = "fee transfer " + approved.submission() + " " + due.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Kind historyOf() {
        return Kind.FEES;
    }

    @Override
    public String form(String subject) {
        return FeeTransferController.PATH + "?of=" + subject;
    }

    private Dong owed(Subject of) {
        return dues.owed(month(of), of.association());
    }

    private long month(Subject of) {
        return months.get(months.office(of.month().office()), of.month()).id();
    }

    /** A month and an association. */
    record Subject(FeeMonth month, String association) {

        static Subject parse(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw new Refused(FeeRefusal.UNKNOWN_MONTH, text);
            }
            return new Subject(FeeMonth.parse(text.substring(0, colon)), text.substring(colon + 1));
        }

        @Override
        public String toString() {
            return month + ":" + association;
        }
    }

    /** The office's day and its journal. */
    @Component
    static class Books {

        private final BusinessDays days;
        private final Ledger ledger;

        Books(BusinessDays days, Ledger ledger) {
            this.days = days;
            this.ledger = ledger;
        }

        BusinessDays days() {
            return days;
        }

        Ledger ledger() {
            return ledger;
        }
    }
}
