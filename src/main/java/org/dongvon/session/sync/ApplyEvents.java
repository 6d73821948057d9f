package org.dongvon.session.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.FieldPayments;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.sheet.PostFieldSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sync.FieldEvent.Kind;
import org.dongvon.session.sync.FieldEvent.Line;
import org.dongvon.session.sync.FieldLines.Desk;
import org.dongvon.session.sync.FieldLines.Outcome;
import org.dongvon.shared.Actor;
import org.dongvon.shared.RefusalNote;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** Posts the events of a device in its order, up to the first gap: each line goes into the books, or to the desk. */
@Component
class ApplyEvents {

    private final FieldEvents events;
    private final FieldLines lines;
    private final FieldCheckouts checkouts;
    private final PostFieldSheet sheets;
    private final PayOutLoans payOuts;
    private final Map<String, FieldPayments> payments;
    private final BusinessDays days;
    private final Transactions transactions;

    ApplyEvents(
            FieldEvents events,
            FieldLines lines,
            FieldCheckouts checkouts,
            PostFieldSheet sheets,
            PayOutLoans payOuts,
            List<FieldPayments> payments,
            BusinessDays days,
            Transactions transactions) {
        this.events = events;
        this.lines = lines;
        this.checkouts = checkouts;
        this.sheets = sheets;
        this.payOuts = payOuts;
        this.payments = payments.stream().collect(Collectors.toMap(FieldPayments::kind, each -> each));
        this.days = days;
        this.transactions = transactions;
    }

    /**
     * Applies what has no gap before it, inside the batch's transaction.
     *
     * @throws Refused {@link FieldRefusal#FIELD_CHAIN_BROKEN}, {@link FieldRefusal#FIELD_AFTER_HAND_IN}
     */
    void run(Actor actor, TransactionSession session, long device, FieldCheckouts.State state) {
        var chain = events.chain(session.id(), device);
        int next = chain.next();
        var previous = chain.hash();
        boolean over = state == FieldCheckouts.State.RETURNED;
        for (var event : events.waiting(session.id(), device, next)) {
            if (event.head().seq() != next) {
                return;
            }
            if (over) {
                throw new Refused(FieldRefusal.FIELD_AFTER_HAND_IN, next);
            }
            if (!Arrays.equals(event.head().previous(), previous)) {
                throw new Refused(FieldRefusal.FIELD_CHAIN_BROKEN, next);
            }
            apply(actor, session, event);
            events.applied(event);
            over = event.content().kind() == Kind.HAND_IN;
            previous = event.hash();
            next++;
        }
    }

    private void apply(Actor actor, TransactionSession session, FieldEvent event) {
        if (event.content().kind() == Kind.HAND_IN) {
            handIn(session, event);
            return;
        }
        Map<UUID, RefusalNote> refused = new HashMap<>();
        var asked = new ArrayList<Line>();
        var served = lines.servedElsewhere(event);
        var posted = lines.posted(event);
        for (var line : event.content().lines()) {
            if (line.isEmpty()) {
                continue;
            }
            if (posted.contains(line.id())) {
                refused.put(line.id(), note(FieldRefusal.FIELD_LINE_TWICE));
            } else if (event.content().kind() != Kind.PAYOUT && served.holds(line)) {
                refused.put(line.id(), note(FieldRefusal.FIELD_SECOND_DEVICE));
            } else {
                asked.add(line);
            }
        }
        Map<UUID, Long> journals = new HashMap<>();
        if (!asked.isEmpty()) {
            try {
                journals.putAll(transactions.part(() -> post(actor, session, event, asked, refused)));
            } catch (Refused whole) {
                asked.forEach(line -> refused.putIfAbsent(line.id(), RefusalNote.of(whole)));
            }
        }
        lines.add(
                session,
                event,
                event.content().lines().stream()
                        .filter(line -> journals.containsKey(line.id()) || refused.containsKey(line.id()))
                        .map(line -> new Outcome(line, journals.get(line.id()), refused.get(line.id())))
                        .toList());
    }

    private Map<UUID, Long> post(
            Actor actor,
            TransactionSession session,
            FieldEvent event,
            List<Line> asked,
            Map<UUID, RefusalNote> refused) {
        return switch (event.content().kind()) {
            case PAYOUT -> payOut(actor, event, asked);
            case WITHDRAWAL, FEE -> pay(actor, session, event, asked.getFirst());
            default -> sheet(actor, event, asked, refused);
        };
    }

    private Map<UUID, Long> pay(Actor actor, TransactionSession session, FieldEvent event, Line line) {
        var kind = Objects.requireNonNull(payments.get(event.content().kind().name()));
        var booked = new FieldPayments.Booked(session, days.hold(session.officeId()));
        var payment = new FieldPayments.Payment(
                event.head().id(),
                line.id(),
                line.whose().member(),
                line.whose().due(),
                new Dong(line.money().paidOut()));
        return Map.of(line.id(), kind.pay(actor, booked, payment));
    }

    private Map<UUID, Long> payOut(Actor actor, FieldEvent event, List<Line> asked) {
        var all = asked.stream()
                .map(line -> new PayOutLoans.PayOutLine(
                        line.id(), Objects.requireNonNull(line.whose().loan())))
                .toList();
        var head = event.head();
        var done = payOuts.runFromField(actor, new PayOutLoans.PayOut(head.id(), head.session(), all), amounts(asked));
        Map<UUID, Long> journals = new HashMap<>();
        asked.forEach(line -> journals.put(line.id(), Objects.requireNonNull(done.journalId())));
        return journals;
    }

    private static Map<Long, Dong> amounts(List<Line> asked) {
        Map<Long, Dong> amounts = new HashMap<>();
        asked.forEach(
                line -> amounts.put(line.whose().loan(), new Dong(line.money().paidOut())));
        return amounts;
    }

    private Map<UUID, Long> sheet(Actor actor, FieldEvent event, List<Line> asked, Map<UUID, RefusalNote> refused) {
        Map<UUID, Remark> remarks = new HashMap<>();
        var right = new ArrayList<SheetLine>();
        for (var line : asked) {
            try {
                remarks.put(line.id(), new Remark(line.note(), null));
                right.add(sheetLine(event, line));
            } catch (Refused remark) {
                refused.put(line.id(), RefusalNote.of(remark));
            }
        }
        if (right.isEmpty()) {
            return Map.of();
        }
        var head = event.head();
        var answer = sheets.run(
                actor,
                new Sheet(head.id(), head.session(), event.content().group(), right, remarks, counts(asked, remarks)));
        Map<UUID, Long> journals = new HashMap<>();
        for (var line : right) {
            var result = answer.of(line.lineId());
            if (result.outcome() == SheetAnswer.Outcome.POSTED) {
                journals.put(line.lineId(), Objects.requireNonNull(answer.journalId()));
            } else {
                refused.put(
                        line.lineId(),
                        Objects.requireNonNullElseGet(result.refusal(), () -> note(FieldRefusal.FIELD_LINE_TWICE)));
            }
        }
        return journals;
    }

    /** What the group's head took before, by the line that counts it. */
    private static Map<UUID, List<UUID>> counts(List<Line> lines, Map<UUID, Remark> right) {
        return lines.stream()
                .filter(line -> !line.counts().isEmpty() && right.containsKey(line.id()))
                .collect(Collectors.toMap(Line::id, Line::counts));
    }

    private static SheetLine sheetLine(FieldEvent event, Line line) {
        var member = line.whose().member();
        return new SheetLine(
                line.id(),
                member == null ? 0 : member,
                line.whose().loan(),
                new Dong(line.money().interest()),
                new Dong(line.money().saving()),
                new Dong(line.money().principal()),
                event.payer());
    }

    /** The day is over on the device; totals that differ are shown on the desk, and settled before the session closes. */
    private void handIn(TransactionSession session, FieldEvent event) {
        var said = Objects.requireNonNull(event.content().totals());
        var held = lines.totals(event);
        if (!said.equals(held)) {
            long saidCash = said.interest() + said.saving() + said.principal() - said.paidOut();
            long heldCash = held.interest() + held.saving() + held.principal() - held.paidOut();
            var differ = new Refused(
                    FieldRefusal.FIELD_TOTALS_DIFFER,
                    said.lines(),
                    held.lines(),
                    new Dong(saidCash),
                    new Dong(heldCash));
            lines.desk(session, event, List.of(new Desk(0, RefusalNote.of(differ), saidCash - heldCash)));
        }
        checkouts.end(
                session.id(),
                event.head().device(),
                FieldCheckouts.State.RETURNED,
                event.head().seq());
    }

    private static RefusalNote note(FieldRefusal refusal) {
        return RefusalNote.of(new Refused(refusal));
    }
}
