package org.dongvon.savings.interest;

import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.savings.SavingsOffices;
import org.dongvon.savings.SavingsOffices.Office;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.SavingsRequest;
import org.dongvon.savings.interest.InterestMonths.Sums;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;

/** A month's interest is credited to the deposits of an office's members. The subject is {@link InterestMonth}. */
@Component
public class InterestChange implements SavingsRequest {

    public static final String NAME = "savings.interest";

    private static final String INTEREST = "interest";

    private final InterestMonths months;
    private final SavingsOffices offices;
    private final CreditInterest credit;
    private final BusinessDays days;
    private final Transactions transactions;

    InterestChange(
            InterestMonths months,
            SavingsOffices offices,
            CreditInterest credit,
            BusinessDays days,
            Transactions transactions) {
        this.months = months;
        this.offices = offices;
        this.credit = credit;
        this.days = days;
        this.transactions = transactions;
    }

    /** What to ask for: the month as it comes to now. */
    public Facts wanted(Actor reader, InterestMonth month) {
        return transactions.read(reader, () -> facts(sums(month)));
    }

    private Sums sums(InterestMonth month) {
        var until = months.until(month);
        return Sums.of(until, months.due(offices.of(month.office()), until));
    }

    private static Facts facts(Sums sums) {
        return Facts.none()
                .dong(INTEREST, sums.amount())
                .count("accounts", sums.accounts())
                .date("until", sums.until());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var month = InterestMonth.parse(subject);
        return new Label(words(Language.VI, month), words(Language.EN, month));
    }

    private static String words(Language language, InterestMonth month) {
        return month.office() + " · " + Formats.in(language).month(month.first());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return office(subject).pointId();
    }

    private Office office(String subject) {
        return offices.of(InterestMonth.parse(subject).office());
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(office(subject).id());
        return wanted.emptied();
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf(INTEREST).max(new Dong(1));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var month = InterestMonth.parse(subject);
        var office = offices.of(month.office());
        var until = months.until(month);
        var day = days.hold(office.id());
        if (until.isAfter(day)) {
            throw new Refused(SavingsRefusal.MONTH_NOT_OVER, until, day);
        }
        months.done(office).stream().findFirst().ifPresent(last -> {
            if (!month.first().isAfter(last.month())) {
                throw new Refused(SavingsRefusal.MONTH_CREDITED, last.month());
            }
        });
        if (!facts(sums(month)).equals(wanted)) {
            throw new Refused(SavingsRefusal.INTEREST_MOVED_MEANWHILE, subject);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        credit.run(checker, approved, office(approved.subject()), InterestMonth.parse(approved.subject()));
    }

    @Override
    public String form(String subject) {
        return "/deposits/interest?month=" + subject;
    }
}
