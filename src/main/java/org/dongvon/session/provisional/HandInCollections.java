package org.dongvon.session.provisional;

import java.util.UUID;
import org.dongvon.session.ProvisionalRefusal;
import org.dongvon.session.Provisionals;
import org.dongvon.session.Provisionals.Money;
import org.dongvon.session.sheet.Remark;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * How a provisional line leaves the head's hands before it is counted: she takes a mistake back, or declares her list
 * complete; after that only the controller may find that money went back to the member.
 */
@Service
public class HandInCollections {

    private final CollectionBook book;
    private final Submissions submissions;

    HandInCollections(CollectionBook book, Submissions submissions) {
        this.book = book;
        this.submissions = submissions;
    }

    /**
     * Declares every open line of the group that is on no list yet.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_NOTHING_TO_HAND_IN}
     */
    public long handIn(Actor head, UUID key) {
        var submission = new Submission(key, "session.HandInCollections", "hand in");
        return submissions
                .once(head, submission, HandedIn.class, () -> {
                    head.requireRole(Role.GROUP_HEAD);
                    var group = book.group(Provisionals.groupOf(head));
                    book.hold(group.id());
                    var lines = book.open(group.id()).stream()
                            .filter(each -> !each.isHandedIn())
                            .toList();
                    if (lines.isEmpty()) {
                        throw new Refused(ProvisionalRefusal.PROVISIONAL_NOTHING_TO_HAND_IN);
                    }
                    var sum = lines.stream().map(Provisionals.Open::money).reduce(Money.NOTHING, Money::plus);
                    long list = book.handIn(head, group, lines, sum);
                    return new Submissions.Done<>(group.pointId(), group.openDay(), new HandedIn(list));
                })
                .list();
    }

    /**
     * A mistake taken back before it is on a list.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_ENDED}, {@link ProvisionalRefusal#PROVISIONAL_HANDED_IN},
     *     {@link ProvisionalRefusal#PROVISIONAL_NEEDS_REASON}
     */
    public void withdraw(Actor head, UUID key, UUID line, String reason) {
        var submission = new Submission(key, "session.WithdrawCollection", line + " " + reason.strip());
        submissions.once(head, submission, Ended.class, () -> {
            head.requireRole(Role.GROUP_HEAD);
            var group = book.group(Provisionals.groupOf(head));
            book.hold(group.id());
            var open = book.open(group.id()).stream()
                    .filter(each -> each.lineId().equals(line))
                    .findFirst()
                    .orElseThrow(() -> new Refused(ProvisionalRefusal.PROVISIONAL_ENDED));
            if (open.isHandedIn()) {
                throw new Refused(ProvisionalRefusal.PROVISIONAL_HANDED_IN);
            }
            end(head, group, line, CollectionBook.End.WITHDRAWN, reason);
            return new Submissions.Done<>(group.pointId(), group.openDay(), new Ended(line));
        });
    }

    /**
     * What was on a list and never came to the teller was given back to the member, as the controller found out.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_ENDED}, {@link ProvisionalRefusal#PROVISIONAL_NOT_HANDED_IN},
     *     {@link ProvisionalRefusal#PROVISIONAL_NEEDS_REASON}
     */
    public void returned(Actor controller, UUID key, UUID line, String reason) {
        var submission = new Submission(key, "session.ReturnCollection", line + " " + reason.strip());
        submissions.once(controller, submission, Ended.class, () -> {
            controller.requireRole(Role.CONTROLLER);
            var open = book.line(line);
            if (!open.handedIn()) {
                throw new Refused(ProvisionalRefusal.PROVISIONAL_NOT_HANDED_IN);
            }
            var group = book.group(open.groupId());
            end(controller, group, line, CollectionBook.End.RETURNED, reason);
            return new Submissions.Done<>(group.pointId(), group.openDay(), new Ended(line));
        });
    }

    private void end(Actor actor, CollectionBook.Group group, UUID line, CollectionBook.End kind, String reason) {
        var said = new Remark(reason, null).note();
        if (said.isEmpty()) {
            throw new Refused(ProvisionalRefusal.PROVISIONAL_NEEDS_REASON);
        }
        if (!book.end(actor, group, line, kind, said)) {
            throw new Refused(ProvisionalRefusal.PROVISIONAL_ENDED);
        }
    }

    record HandedIn(long list) {}

    record Ended(UUID line) {}
}
