package org.dongvon.fee.month;

import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.FeeRequest;
import org.dongvon.fee.month.Months.Month;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/** A second person approves a computed month, which books what is due. The subject is {@link FeeMonth}. */
@Component
class MonthChange implements FeeRequest {

    static final String NAME = "fee.month";

    static final String FEE = "fee";
    static final String COMMISSION = "commission";
    static final String COMPUTATION = "computation";

    private final Months months;
    private final MonthWords words;
    private final DueJournal journal;
    private final BusinessDays days;
    private final Transactions transactions;

    MonthChange(Months months, MonthWords words, DueJournal journal, BusinessDays days, Transactions transactions) {
        this.months = months;
        this.words = words;
        this.journal = journal;
        this.days = days;
        this.transactions = transactions;
    }

    /** What to ask for: the month as it is computed now. */
    Facts wanted(Actor reader, FeeMonth month) {
        return transactions.read(reader, () -> facts(month(month)));
    }

    static Facts facts(Month month) {
        return Facts.none()
                .dong(FEE, month.totals().fee())
                .dong(COMMISSION, month.totals().commission())
                .hidden(COMPUTATION, Long.toString(month.id()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return words.describe(FeeMonth.parse(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return months.office(FeeMonth.parse(subject).office()).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = FeeMonth.parse(subject);
        days.hold(months.office(of.office()).id());
        var month = month(of);
        months.lock(month);
        return Facts.none().dong(FEE, null).dong(COMMISSION, null).hidden(COMPUTATION, Long.toString(month.id()));
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        var all = wanted.dongOf(FEE).plus(wanted.dongOf(COMMISSION));
        return all.isPositive() ? all : new Dong(1);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var month = month(FeeMonth.parse(subject));
        if (month.isApproved()) {
            throw new Refused(FeeRefusal.MONTH_APPROVED, month.first());
        }
        if (!facts(month).equals(wanted)) {
            throw new Refused(FeeRefusal.COMPUTED_MEANWHILE, subject);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = FeeMonth.parse(approved.subject());
        var month = month(of);
        months.approve(month, journal.book(approved.submission(), months.office(of.office()), month));
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.FEES;
    }

    @Override
    public String form(String subject) {
        return MonthRequestController.PATH + "?of=approval&month=" + subject;
    }

    private Month month(FeeMonth of) {
        return months.get(months.office(of.office()), of);
    }
}
