package org.dongvon.fee.month;

import org.dongvon.engine.money.Dong;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.FeeRequest;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.Subject;
import org.springframework.stereotype.Component;

/**
 * Two persons take an approved month back, so that it can be computed anew: the last one, as long as none of its dues is
 * paid. The subject is {@link FeeMonth}.
 */
@Component
class MonthBackChange implements FeeRequest {

    static final String NAME = "fee.month-back";

    private static final String STATE = "state";
    private static final String WORDS = "fee.state.";

    private final Months months;
    private final MonthWords words;
    private final DueJournal journal;
    private final BusinessDays days;

    MonthBackChange(Months months, MonthWords words, DueJournal journal, BusinessDays days) {
        this.months = months;
        this.words = words;
        this.journal = journal;
        this.days = days;
    }

    /** What to ask for. */
    static Facts wanted() {
        return Facts.none().word(STATE, WORDS + Months.State.TAKEN_BACK);
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
        var office = months.office(of.office());
        days.hold(office.id());
        months.lock(months.get(office, of));
        var month = months.get(office, of);
        return Facts.none()
                .word(STATE, WORDS + month.state())
                .dong(MonthChange.FEE, month.totals().fee())
                .dong(MonthChange.COMMISSION, month.totals().commission())
                .dong("paid", month.totals().paid());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        var all = current.dongOf(MonthChange.FEE).plus(current.dongOf(MonthChange.COMMISSION));
        return all.isPositive() ? all : new Dong(1);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = FeeMonth.parse(subject);
        var office = months.office(of.office());
        var month = months.get(office, of);
        if (!month.isApproved()) {
            throw new Refused(FeeRefusal.MONTH_NOT_APPROVED, month.first());
        }
        months.counting(office).stream()
                .filter(each -> each.isApproved() && each.first().isAfter(month.first()))
                .findFirst()
                .ifPresent(later -> {
                    throw new Refused(FeeRefusal.MONTH_NOT_LAST, month.first(), later.first());
                });
        if (month.totals().paid().isPositive()) {
            throw new Refused(
                    FeeRefusal.MONTH_HAS_PAYMENTS, month.first(), month.totals().paid());
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = FeeMonth.parse(approved.subject());
        var office = months.office(of.office());
        var month = months.get(office, of);
        months.replaceFrom(office, of.first());
        months.takeBack(month, journal.takeBack(approved.submission(), office, month));
    }

    @Override
    public Subject.Kind historyOf() {
        return Subject.Kind.FEES;
    }

    @Override
    public String form(String subject) {
        return MonthRequestController.PATH + "?of=back&month=" + subject;
    }
}
