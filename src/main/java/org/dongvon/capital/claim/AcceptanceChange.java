package org.dongvon.capital.claim;

import java.util.List;
import org.dongvon.capital.CapitalPostings;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/**
 * The State decided a claim: it accepts all of it, a part, or nothing. From then on what it accepted is due and income.
 *
 * <p>Example: 900 000 000 đ accepted of 1 000 000 000 đ claimed.
 */
@Component
class AcceptanceChange extends DecidedClaim {

    static final String NAME = "capital.state-claim-acceptance";

    AcceptanceChange(ClaimBook book, BusinessDays days, CapitalPostings postings) {
        super(book, days, postings);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var claim = book.claim(subject);
        var paper = Paper.of(wanted);
        if (claim.sums().isDecided()) {
            throw new Refused(CapitalRefusal.CLAIM_DECIDED, subject);
        }
        if (paper.amount().isMoreThan(claim.sums().claimed())) {
            throw new Refused(
                    CapitalRefusal.MORE_THAN_CLAIMED,
                    paper.amount(),
                    claim.sums().claimed());
        }
        require(claim, paper);
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none().dong("claimed", book.claim(subject).sums().claimed());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var claim = book.hold(approved.subject());
        var paper = Paper.of(approved.wanted());
        var claimed = claim.sums().claimed();
        var entries = List.of(
                Entry.of(claim.kind().claimed(), claimed.negate()),
                Entry.of(Account.STATE_CLAIMS_CONTRA, claimed),
                Entry.of(claim.kind().receivable(), paper.amount()),
                Entry.of(claim.kind().income(), paper.amount().negate()));
        var kind = CapitalPostings.Kind.STATE_CLAIM_ACCEPTED;
        book.accept(claim, post(checker, approved, kind, approved.place().day(), entries), paper);
    }

    @Override
    public String form(String subject) {
        return "/state-claims/" + subject + "/acceptance";
    }
}
