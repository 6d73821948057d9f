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

/** The State pays what it accepted, in one sum or several. */
@Component
class ReceiptChange extends DecidedClaim {

    static final String NAME = "capital.state-claim-receipt";

    ReceiptChange(ClaimBook book, BusinessDays days, CapitalPostings postings) {
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
        if (!claim.sums().isDecided()) {
            throw new Refused(CapitalRefusal.CLAIM_NOT_DECIDED, subject);
        }
        paper.requirePositive();
        if (paper.amount().isMoreThan(claim.sums().toCome())) {
            throw new Refused(
                    CapitalRefusal.MORE_THAN_ACCEPTED,
                    paper.amount(),
                    claim.sums().toCome());
        }
        require(claim, paper);
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none().dong("to-come", book.claim(subject).sums().toCome());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var claim = book.hold(approved.subject());
        var paper = Paper.of(approved.wanted());
        var entries = List.of(
                Entry.of(Account.BANK, paper.amount()),
                Entry.of(claim.kind().receivable(), paper.amount().negate()));
        var kind = CapitalPostings.Kind.STATE_CLAIM_RECEIVED;
        book.receive(claim, post(checker, approved, kind, paper.dated(), entries), paper);
    }

    @Override
    public String form(String subject) {
        return "/state-claims/" + subject + "/receipt";
    }
}
