package org.dongvon.savings.interest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.savings.SavingsOffices.Office;
import org.dongvon.savings.interest.InterestMonths.Credit;
import org.dongvon.savings.interest.InterestMonths.Sums;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.Approved;
import org.springframework.stereotype.Component;

/** Credits a month's interest to all deposits of an office: one journal at each point, the rest in one statement. */
@Component
class CreditInterest {

    /** What the journals record. */
    static final String KIND = "DEPOSIT_INTEREST";

    private final InterestMonths months;
    private final BusinessDays days;
    private final Ledger ledger;
    private final Submissions submissions;

    CreditInterest(InterestMonths months, BusinessDays days, Ledger ledger, Submissions submissions) {
        this.months = months;
        this.days = days;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    void run(Actor checker, Approved approved, Office office, InterestMonth month) {
        var until = months.until(month);
        var credits = months.lock(office, until);
        var journals = journals(checker, approved, office, until, sums(credits));
        if (!credits.isEmpty()) {
            months.write(credits, journals, until);
        }
        months.add(office, month, Sums.of(until, credits), approved.submission());
    }

    private static Map<Long, Dong> sums(List<Credit> credits) {
        Map<Long, Dong> byPoint = new TreeMap<>();
        credits.forEach(each -> byPoint.merge(each.pointId(), each.amount(), Dong::plus));
        return byPoint;
    }

    private Map<Long, Long> journals(
            Actor checker, Approved approved, Office office, LocalDate until, Map<Long, Dong> byPoint) {
        var day = days.hold(office.id());
        var along = new ArrayList<Submissions.Along>();
        for (long point : byPoint.keySet()) {
            if (point != approved.place().pointId()) {
                along.add(new Submissions.Along(key(approved, point), point, day));
            }
        }
        submissions.along(
                checker, new Submission(approved.submission(), "savings.CreditInterest", approved.subject()), along);
        Map<Long, Long> journals = new HashMap<>();
        byPoint.forEach((point, amount) -> {
            var header = new Journal.Header(key(approved, point), point, office.id(), day, until, KIND, null);
            var entries = List.of(
                    Entry.of(Account.DEPOSIT_INTEREST, amount), Entry.of(Account.MEMBER_DEPOSIT, amount.negate()));
            journals.put(point, ledger.post(new Journal(header, entries)).journalId());
        });
        return journals;
    }

    /** The request's own at its own point, one that follows from it elsewhere. */
    private static UUID key(Approved approved, long point) {
        return point == approved.place().pointId()
                ? approved.submission()
                : UUID.nameUUIDFromBytes(("interest at point " + point + " by " + approved.submission())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
