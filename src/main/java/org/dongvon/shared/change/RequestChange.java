package org.dongvon.shared.change;

import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.Approved.Place;
import org.dongvon.shared.text.Spelling;
import org.springframework.stereotype.Service;

/** The first person asks for a change; it then waits for a second one. */
@Service
public class RequestChange {

    private static final int LONGEST_REASON = 500;

    private final ChangeKinds kinds;
    private final ChangeBook book;
    private final ApprovalLimits limits;
    private final PointsAndDays days;
    private final KnownDocuments documents;
    private final Submissions submissions;

    RequestChange(
            ChangeKinds kinds,
            ChangeBook book,
            ApprovalLimits limits,
            PointsAndDays days,
            KnownDocuments documents,
            Submissions submissions) {
        this.kinds = kinds;
        this.book = book;
        this.limits = limits;
        this.days = days;
        this.documents = documents;
        this.submissions = submissions;
    }

    /**
     * Keeps the change with what the maker sees now; returns the request's number.
     *
     * @throws Refused {@link ChangeRefusal#ROLE_MAY_NOT_ASK}, {@link ChangeRefusal#CHANGE_NEEDS_REASON}, {@link
     *     ChangeRefusal#CHANGE_NEEDS_DOCUMENT}, {@link ChangeRefusal#CHANGE_DOCUMENT_UNKNOWN}, {@link
     *     ChangeRefusal#FORMER_NOT_YOURS}, {@link ChangeRefusal#CHANGES_NOTHING}, {@link
     *     ChangeRefusal#OUTSIDE_SCOPE}, {@link ChangeRefusal#ABOVE_EVERY_LIMIT}, and what the kind itself refuses
     */
    public long run(Actor maker, Proposal proposal) {
        var submission = new Submission(proposal.key(), "shared.RequestChange", proposal.content());
        return submissions
                .once(maker, submission, Requested.class, () -> ask(maker, proposal))
                .id();
    }

    private Submissions.Done<Requested> ask(Actor maker, Proposal proposal) {
        var kind = kinds.get(proposal.kind());
        if (maker.personId() == 0 || !kind.makers().contains(maker.role())) {
            throw new Refused(ChangeRefusal.ROLE_MAY_NOT_ASK, maker.role());
        }
        var basis = checked(maker, kind, proposal.basis());
        var current = kind.current(proposal.subject(), proposal.wanted());
        if (proposal.wanted().all().stream().allMatch(each -> current.all().contains(each))) {
            throw new Refused(ChangeRefusal.CHANGES_NOTHING);
        }
        kind.check(maker, proposal.subject(), current, proposal.wanted());
        long point = kind.pointId(maker, proposal.subject(), proposal.wanted());
        if (!book.isInScope(point)) {
            throw new Refused(ChangeRefusal.OUTSIDE_SCOPE, proposal.subject());
        }
        var place = new Place(point, days.openDay(point));
        var amount = kind.amount(current, proposal.wanted());
        limits.requireSomebodyMayApprove(kind, amount, place.day());
        long id = book.add(
                maker,
                proposal.key(),
                new ChangeBook.New(
                        new ChangeRequest.What(kind.name(), proposal.subject()),
                        place,
                        new ChangeRequest.Values(current, proposal.wanted(), amount, null),
                        basis));
        return new Submissions.Done<>(point, place.day(), new Requested(id));
    }

    private Basis checked(Actor maker, ChangeKind kind, Basis basis) {
        if (basis.reason().isEmpty() || basis.reason().length() > LONGEST_REASON) {
            throw new Refused(ChangeRefusal.CHANGE_NEEDS_REASON, LONGEST_REASON);
        }
        var document = basis.document();
        if (document == null && kind.needsDocument()) {
            throw new Refused(ChangeRefusal.CHANGE_NEEDS_DOCUMENT);
        }
        if (document != null && documents.number(document).isEmpty()) {
            throw new Refused(ChangeRefusal.CHANGE_DOCUMENT_UNKNOWN, document);
        }
        if (basis.former() != null) {
            requireOwnAndOpenNoMore(maker, book.get(basis.former()));
        }
        return basis;
    }

    private static void requireOwnAndOpenNoMore(Actor maker, ChangeRequest former) {
        var state = former.outcome().state();
        if (former.maker().person() != maker.personId()
                || state == ChangeState.WAITING
                || state == ChangeState.APPROVED) {
            throw new Refused(ChangeRefusal.FORMER_NOT_YOURS, former.number(), state);
        }
    }

    /**
     * A change as its maker asks for it.
     *
     * @param key made by the page; the same key is the same request
     * @param kind the name of the {@link ChangeKind}
     * @param subject the code of the thing
     * @param wanted the fields as they shall be
     * @param basis reason, document, and the request that this one corrects
     */
    public record Proposal(UUID key, String kind, String subject, Facts wanted, Basis basis) {

        public Proposal {
            basis = new Basis(
                    Spelling.of(basis.reason()),
                    basis.document() == null || basis.document().isBlank()
                            ? null
                            : basis.document().strip(),
                    basis.former());
        }

        String content() {
            return String.join(
                    "\n",
                    kind,
                    subject,
                    wanted.toJson(),
                    basis.reason(),
                    String.valueOf(basis.document()),
                    String.valueOf(basis.former()));
        }
    }

    record Requested(long id) {}
}
