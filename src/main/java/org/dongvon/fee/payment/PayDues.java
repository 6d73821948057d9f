package org.dongvon.fee.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.payment.Dues.Due;
import org.dongvon.fee.payment.Dues.Payment;
import org.dongvon.fee.payment.SessionPayments.Written;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.Deposits;
import org.dongvon.session.FieldPayments;
import org.dongvon.session.FieldPayments.Booked;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The teller pays commissions and the commune associations' fees at the session of their point, in cash or into the deposit
 * of the group's head: each due once and whole, all of one voucher or none. The controller's close of the session is the
 * second person.
 */
@Service
public class PayDues {

    private final SessionPayments payments;
    private final Dues dues;
    private final Deposits deposits;
    private final Submissions submissions;

    PayDues(SessionPayments payments, Dues dues, Deposits deposits, Submissions submissions) {
        this.payments = payments;
        this.dues = dues;
        this.deposits = deposits;
        this.submissions = submissions;
    }

    /**
     * Pays them; returns the voucher's number.
     *
     * @throws Refused {@link FeeRefusal#ALREADY_PAID}, {@link FeeRefusal#UNKNOWN_DUE}, {@link
     *     FeeRefusal#NO_DEPOSIT_OF_HEAD}, {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int run(Actor actor, Order order) {
        var submission = new Submission(order.key(), "fee.PayDues", order.content());
        return submissions
                .once(actor, submission, Paid.class, () -> pay(actor, order))
                .voucher();
    }

    /** The dues that wait to be paid at a session, inside the caller's transaction. */
    public List<Long> waiting(long point) {
        return dues.openAt(point);
    }

    private Submissions.Done<Paid> pay(Actor actor, Order order) {
        var session = payments.hold(actor, order.sessionId());
        var found = dues.lock(order.lines().stream().map(Line::due).toList());
        var heads = deposits.lock(order.lines().stream()
                .filter(each -> each.way() == Way.DEPOSIT)
                .map(each -> Objects.requireNonNull(found.get(each.due())).head())
                .filter(Objects::nonNull)
                .toList());
        var paid = new ArrayList<Payment>();
        var saved = new ArrayList<DepositMovement>();
        for (var line : order.lines()) {
            var due = requireHere(session, found, line);
            paid.add(new Payment(line.id(), due.id(), due.pointId(), line.way(), due.amount(), null));
            if (line.way() == Way.DEPOSIT) {
                var account = due.head() == null ? null : heads.get(due.head());
                if (account == null) {
                    throw new Refused(FeeRefusal.NO_DEPOSIT_OF_HEAD);
                }
                saved.add(new DepositMovement(line.id(), paid.size(), account, due.amount(), null));
            }
        }
        var written = new Written(order.key(), Sessions.Kind.FEE, null, onlyGroup(found), paid, saved);
        int voucher = payments.write(session, written).number();
        return new Submissions.Done<>(session.pointId(), session.heldOn(), new Paid(voucher));
    }

    /**
     * Pays a due in cash that a device recorded in the field; returns the journal.
     *
     * @throws Refused as {@link #run}, and {@link FieldRefusal#FIELD_PAID_OUT_OTHERWISE}
     */
    long runFromField(Actor actor, Booked booked, FieldPayments.Payment payment) {
        var line = new Line(payment.line(), Objects.requireNonNull(payment.due()), Way.CASH);
        var order = new Order(payment.event(), booked.session().id(), List.of(line));
        var submission = new Submission(
                order.key(),
                "fee.PayDueInField",
                order.content() + " " + payment.amount().amount());
        var paid = submissions.once(actor, submission, PaidInField.class, () -> {
            var session = booked.session();
            if (session.state() != TransactionSession.State.OPEN) {
                throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
            }
            var found = dues.lock(List.of(line.due()));
            var due = requireHere(session, found, line);
            if (!due.amount().equals(payment.amount())) {
                throw new Refused(FieldRefusal.FIELD_PAID_OUT_OTHERWISE, payment.amount(), due.amount());
            }
            var one = new Payment(line.id(), due.id(), due.pointId(), Way.CASH, due.amount(), null);
            var written = new Written(order.key(), Sessions.Kind.FEE, null, onlyGroup(found), List.of(one), List.of());
            var voucher = payments.write(booked, written);
            return new Submissions.Done<>(
                    session.pointId(), booked.day(), new PaidInField(voucher.number(), voucher.journalId()));
        });
        return paid.journalId();
    }

    private static Due requireHere(TransactionSession session, Map<Long, Due> found, Line line) {
        var due = Objects.requireNonNull(found.get(line.due()));
        if (due.pointId() != session.pointId() || !due.isPaidAtSessions()) {
            throw new Refused(FeeRefusal.UNKNOWN_DUE);
        }
        return due;
    }

    private static @Nullable Long onlyGroup(Map<Long, Due> found) {
        var groups = found.values().stream().map(Due::groupId).distinct().toList();
        return groups.size() == 1 ? groups.getFirst() : null;
    }

    /** Dues to pay in a session. */
    public record Order(UUID key, long sessionId, List<Line> lines) {

        /**
         * The order as given.
         *
         * @throws Refused {@link FeeRefusal#DUE_NOT_CHOSEN}
         */
        public Order {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.stream().map(Line::due).distinct().count() != lines.size()) {
                throw new Refused(FeeRefusal.DUE_NOT_CHOSEN);
            }
        }

        String content() {
            return lines.stream()
                    .map(line -> line.id() + " " + line.due() + " " + line.way())
                    .collect(Collectors.joining("\n", sessionId + "\n", ""));
        }
    }

    /** One due, under a line that the client made. */
    public record Line(UUID id, long due, Way way) {}

    record Paid(int voucher) {}

    record PaidInField(int voucher, long journalId) {}
}
