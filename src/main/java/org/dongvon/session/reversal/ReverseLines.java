package org.dongvon.session.reversal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.LoanReversals;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.DepositReversals;
import org.dongvon.session.ReversalReasons;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * The teller takes posted lines of a voucher back while the session is still open: all or none, with the reason. The
 * controller's close of the session is the second person of the reversal too.
 */
@Service
public class ReverseLines {

    private static final Set<Sessions.Kind> REVERSIBLE =
            Set.of(Sessions.Kind.SHEET, Sessions.Kind.COUNTER, Sessions.Kind.WITHDRAWAL, Sessions.Kind.REFUND);

    private final TellersSessions tellers;
    private final LoanReversals loans;
    private final DepositReversals deposits;
    private final ReversalJournal journal;
    private final Submissions submissions;

    ReverseLines(
            TellersSessions tellers,
            LoanReversals loans,
            DepositReversals deposits,
            ReversalJournal journal,
            Submissions submissions) {
        this.tellers = tellers;
        this.loans = loans;
        this.deposits = deposits;
        this.journal = journal;
        this.submissions = submissions;
    }

    /**
     * Takes the lines back; returns the reversing voucher's number.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_VOUCHER}, {@link SessionRefusal#REVERSAL_NEEDS_CONTROLLER}, {@link
     *     SessionRefusal#SESSION_CLOSED}, {@link LoanRefusal#NOTHING_TO_REVERSE}, {@link LoanRefusal#ALREADY_REVERSED},
     *     {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int run(Actor actor, Reversal reversal) {
        var submission = new Submission(reversal.key(), "session.ReverseLines", reversal.content());
        return submissions
                .once(actor, submission, Reversed.class, () -> reverse(actor, reversal))
                .voucher();
    }

    private Submissions.Done<Reversed> reverse(Actor actor, Reversal reversal) {
        actor.requireRole(Role.TELLER);
        var posted = journal.find(reversal.journalId());
        var session = tellers.hold(actor, posted.sessionId());
        if (!REVERSIBLE.contains(posted.kind())) {
            throw new Refused(SessionRefusal.REVERSAL_NEEDS_CONTROLLER);
        }
        var lines = newLines(reversal);
        var back = new Back(loans.plan(lines), deposits.plan(forDeposits(lines)));
        requireAllFound(reversal, back);
        int voucher = journal.write(reversal, session, posted, back);
        return new Submissions.Done<>(session.pointId(), session.heldOn(), new Reversed(voucher));
    }

    /** The line that takes another back has an identifier that follows from it: once and no more. */
    private static Map<UUID, LoanMovement.Line> newLines(Reversal reversal) {
        Map<UUID, LoanMovement.Line> lines = new LinkedHashMap<>();
        for (var line : reversal.lines()) {
            var own = UUID.nameUUIDFromBytes(("reversal of " + line).getBytes(StandardCharsets.US_ASCII));
            lines.put(line, new LoanMovement.Line(own, lines.size() + 1));
        }
        return lines;
    }

    private static Map<UUID, DepositReversals.NewLine> forDeposits(Map<UUID, LoanMovement.Line> lines) {
        Map<UUID, DepositReversals.NewLine> result = new LinkedHashMap<>();
        lines.forEach((old, line) -> result.put(old, new DepositReversals.NewLine(line.id(), line.number())));
        return result;
    }

    private void requireAllFound(Reversal reversal, Back back) {
        Set<UUID> found = new HashSet<>();
        back.loans().movements().stream().map(LoanMovement::reverses).forEach(found::add);
        back.deposits().stream().map(DepositMovement::reverses).forEach(found::add);
        found.retainAll(journal.lines(reversal.journalId()));
        for (var line : reversal.lines()) {
            if (!found.contains(line)) {
                throw new Refused(LoanRefusal.NOTHING_TO_REVERSE);
            }
        }
    }

    /** What is taken back. */
    record Back(LoanReversals.TakenBack loans, List<DepositMovement> deposits) {}

    /**
     * Lines of one voucher to take back.
     *
     * @param journalId the voucher's journal
     * @param lines their identifiers
     */
    public record Reversal(UUID key, long journalId, List<UUID> lines, String reason) {

        /**
         * The reversal as asked for.
         *
         * @throws Refused {@link SessionRefusal#LINE_NOT_CHOSEN}, {@link SessionRefusal#REVERSAL_NEEDS_REASON}
         */
        public Reversal {
            lines = lines.stream().distinct().toList();
            reason = reason.strip();
            if (lines.isEmpty()) {
                throw new Refused(SessionRefusal.LINE_NOT_CHOSEN);
            }
            if (reason.isEmpty() || reason.length() > ReversalReasons.LONGEST) {
                throw new Refused(SessionRefusal.REVERSAL_NEEDS_REASON, ReversalReasons.LONGEST);
            }
        }

        String content() {
            return lines.stream().map(UUID::toString).collect(Collectors.joining(" ", journalId + " ", "\n" + reason));
        }
    }

    record Reversed(int voucher) {}
}
