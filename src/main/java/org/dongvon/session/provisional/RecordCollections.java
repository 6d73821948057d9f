package org.dongvon.session.provisional;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanDesk;
import org.dongvon.session.ProvisionalRefusal;
import org.dongvon.session.Provisionals;
import org.dongvon.session.provisional.CollectionBook.Group;
import org.dongvon.session.provisional.CollectionBook.Place;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A group head writes down what members gave her in the village: interest up to what is owed by the session, and savings. It
 * is in no book until the teller has counted it.
 */
@Service
public class RecordCollections {

    private final CollectionBook book;
    private final Submissions submissions;

    RecordCollections(CollectionBook book, Submissions submissions) {
        this.book = book;
        this.submissions = submissions;
    }

    /**
     * Records the lines for the group's next session; all of them or none.
     *
     * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_NO_MEMBER}, {@link ProvisionalRefusal#PROVISIONAL_NO_DEPOSIT},
     *     {@link ProvisionalRefusal#PROVISIONAL_NO_CONTRACT}, {@link ProvisionalRefusal#PROVISIONAL_MORE_THAN_OWED}
     */
    public int run(Actor head, Collected collected) {
        var submission = new Submission(collected.key(), "session.RecordCollections", collected.content());
        return submissions
                .once(head, submission, Recorded.class, () -> record(head, collected))
                .lines();
    }

    private Submissions.Done<Recorded> record(Actor head, Collected collected) {
        head.requireRole(Role.GROUP_HEAD);
        var group = book.group(Provisionals.groupOf(head));
        book.hold(group.id());
        Map<MemberLoan, Dong> held = new HashMap<>();
        book.open(group.id())
                .forEach(each -> held.merge(
                        new MemberLoan(each.memberId(), each.loanId()),
                        each.money().interest(),
                        Dong::plus));
        // Read after what she holds: what is counted in between is then asked for no more, and never taken twice.
        var places = book.places(group.id()).stream()
                .collect(Collectors.toMap(Place::key, place -> place, (first, again) -> first));
        var desk = book.desk(places.values());
        boolean deposits = book.coversDeposits(group);
        for (var line : collected.lines()) {
            var place = places.get(line.whose());
            if (place == null) {
                throw new Refused(ProvisionalRefusal.PROVISIONAL_NO_MEMBER);
            }
            requireDeposit(line, place, deposits);
            var before = held.getOrDefault(line.whose(), Dong.ZERO);
            requireOwed(line, group, place, owed(desk, group, line).minus(before));
            held.merge(line.whose(), line.interest(), Dong::plus);
        }
        book.record(head, group, collected.lines());
        return new Submissions.Done<>(
                group.pointId(), group.openDay(), new Recorded(collected.lines().size()));
    }

    private static void requireDeposit(Line line, Place place, boolean deposits) {
        if (line.saving().amount() == 0) {
            return;
        }
        if (!deposits) {
            throw new Refused(ProvisionalRefusal.PROVISIONAL_NO_CONTRACT);
        }
        if (!place.saves()) {
            throw new Refused(ProvisionalRefusal.PROVISIONAL_NO_DEPOSIT, place.name());
        }
    }

    private static Dong owed(LoanDesk desk, Group group, Line line) {
        var balance = line.whose().loanId() == null
                ? null
                : desk.balances().get(line.whose().loanId());
        return balance == null ? Dong.ZERO : desk.interestAskedOn(balance, group.sessionOn());
    }

    /** Above what is owed it would be principal, which never goes through a group head (V11). */
    private static void requireOwed(Line line, Group group, Place place, Dong left) {
        if (line.interest().compareTo(left.max(Dong.ZERO)) > 0) {
            throw new Refused(
                    ProvisionalRefusal.PROVISIONAL_MORE_THAN_OWED,
                    line.interest(),
                    place.name(),
                    left.max(Dong.ZERO),
                    group.sessionOn());
        }
    }

    /** A member, and the loan that the interest is for; none when the member only saves. */
    public record MemberLoan(long memberId, @Nullable Long loanId) {}

    /**
     * What one member gave.
     *
     * @param lineId made by the client: recorded at most once
     */
    public record Line(UUID lineId, MemberLoan whose, Dong interest, Dong saving, String note) {

        /** A note as remarks are: short, and without an identity number. */
        public Line {
            note = new Remark(note, null).note();
        }
    }

    /** What the head took, as she writes it down at once. */
    public record Collected(UUID key, List<Line> lines) {

        /**
         * Some money of somebody.
         *
         * @throws Refused {@link ProvisionalRefusal#PROVISIONAL_EMPTY}
         */
        public Collected {
            lines = List.copyOf(lines);
            if (lines.isEmpty()
                    || lines.size() > Sheet.MOST_LINES
                    || lines.stream()
                            .anyMatch(line -> line.interest().isNegative()
                                    || line.saving().isNegative()
                                    || !line.interest().plus(line.saving()).isPositive()
                                    || line.interest().plus(line.saving()).compareTo(Sheet.MOST_MONEY) > 0)) {
                throw new Refused(ProvisionalRefusal.PROVISIONAL_EMPTY);
            }
        }

        String content() {
            return lines.stream()
                    .map(line -> line.lineId() + " " + line.whose().memberId() + " "
                            + Objects.toString(line.whose().loanId(), "-") + " "
                            + line.interest().amount() + " " + line.saving().amount() + " " + line.note())
                    .collect(Collectors.joining("\n"));
        }
    }

    record Recorded(int lines) {}
}
