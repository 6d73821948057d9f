package org.dongvon.capital.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/** What happens to a claim after it was made; the subject is its code. */
abstract class DecidedClaim implements CapitalRequest {

    final ClaimBook book;
    private final BusinessDays days;
    private final CapitalPostings postings;

    DecidedClaim(ClaimBook book, BusinessDays days, CapitalPostings postings) {
        this.book = book;
        this.days = days;
        this.postings = postings;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return book.claim(subject).office().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(book.claim(subject).office().id());
        book.hold(subject);
        return wanted.emptied();
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf("amount").max(new Dong(1));
    }

    /** Refuses a paper that no claim can have, or that is older than the one before it. */
    void require(StateClaim claim, Paper paper) {
        paper.require(days.hold(claim.office().id()));
        LocalDate before = book.documents(claim).getLast().dated();
        if (paper.dated().isBefore(before)) {
            throw new Refused(CapitalRefusal.CLAIM_DOCUMENT_EARLIER, paper.dated(), before);
        }
    }

    /** Posts at the claim's office; returns the journal. */
    long post(Actor checker, Approved approved, CapitalPostings.Kind kind, LocalDate valueDate, List<Entry> entries) {
        long point = approved.place().pointId();
        var journals = postings.post(checker, approved, kind, valueDate, List.of(new Leg(point, entries, List.of())));
        return Objects.requireNonNull(journals.get(point));
    }

    @Override
    public Subject.@Nullable Kind historyOf() {
        return null;
    }
}
