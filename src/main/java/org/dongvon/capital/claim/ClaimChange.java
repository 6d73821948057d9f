package org.dongvon.capital.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalPostings.Leg;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.claim.ClaimBook.NewClaim;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Money is claimed from the State's budget. The subject is {@code <office>:<kind>:<period>}, such as {@code
 * LECHAN:INTEREST_SUBSIDY:2024-Q2}; two documents for one period are two requests.
 */
@Component
class ClaimChange implements CapitalRequest, MovesAmount {

    static final String NAME = "capital.state-claim";

    private static final int PARTS = 3;

    private final ClaimBook book;
    private final BusinessDays days;
    private final CapitalPostings postings;
    private final Messages messages;

    ClaimChange(ClaimBook book, BusinessDays days, CapitalPostings postings, Messages messages) {
        this.book = book;
        this.days = days;
        this.postings = postings;
        this.messages = messages;
    }

    static String subject(String office, ClaimKind kind, ClaimPeriod period) {
        return office + ":" + kind + ":" + period;
    }

    private NewClaim of(String subject) {
        var parts = subject.split(":", -1);
        var kind = parts.length == PARTS ? ClaimKind.of(parts[1]) : Optional.<ClaimKind>empty();
        return new NewClaim(
                book.office(parts[0]),
                kind.orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CLAIM, subject)),
                ClaimPeriod.parse(parts[2]));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return new Label(words(Language.VI, subject), words(Language.EN, subject));
    }

    private String words(Language language, String subject) {
        var parts = subject.split(":", -1);
        return parts.length == PARTS
                ? "%s · %s · %s".formatted(messages.text(language, "claimKind." + parts[1]), parts[2], parts[0])
                : subject;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return of(subject).office().pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(of(subject).office().id());
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var claim = of(subject);
        var today = days.hold(claim.office().id());
        var paper = Paper.of(wanted);
        paper.requirePositive();
        if (claim.period().first().isAfter(today)) {
            throw new Refused(CapitalRefusal.CLAIM_PERIOD_AHEAD, claim.period().first(), today);
        }
        paper.require(today);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var claim = of(approved.subject());
        var paper = Paper.of(approved.wanted());
        var entries = List.of(
                Entry.of(claim.kind().claimed(), paper.amount()),
                Entry.of(Account.STATE_CLAIMS_CONTRA, paper.amount().negate()));
        long point = claim.office().pointId();
        var journals = postings.post(
                checker,
                approved,
                CapitalPostings.Kind.STATE_CLAIM,
                approved.place().day(),
                List.of(new Leg(point, entries, List.of())));
        book.claim(claim, Objects.requireNonNull(journals.get(point)), paper, approved.submission());
    }

    @Override
    public Subject.@Nullable Kind historyOf() {
        return null;
    }

    @Override
    public String form(String subject) {
        return "/state-claims/new?of=" + subject;
    }
}
