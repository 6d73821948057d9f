package org.dongvon.command.torture;

import java.util.Random;
import java.util.UUID;
import org.dongvon.shared.Refused;
import org.dongvon.supervision.absence.AbsenceMeasure;
import org.dongvon.supervision.absence.AbsenceStep;
import org.dongvon.supervision.absence.NoteAbsence;
import org.dongvon.supervision.absence.Noted;

/**
 * The events. Each takes what happens from one random source, does it through the use case, and tells the oracle; whoever adds
 * lending adds a constant here and, where money or time moves, a few lines to {@link OracleLoan}.
 */
final class LendingEvents {

    private final CounterEvents counter;
    private final LendEvents lend;
    private final TermEvents terms;
    private final Hand hand;
    private final RiskEvents risk;
    private final MoneyEvents money;
    private final DayEvents days;
    private final UnlawfulEvents unlawful;

    LendingEvents(TortureOffice office) {
        hand = new Hand(office);
        counter = new CounterEvents(hand);
        lend = new LendEvents(hand);
        terms = new TermEvents(hand);
        risk = new RiskEvents(hand);
        money = new MoneyEvents(hand);
        days = new DayEvents(hand);
        unlawful = new UnlawfulEvents(hand, counter, lend, risk);
    }

    /** What may happen, with how often. */
    enum Kind {
        COUNTER(300),
        SHEET(60),
        LATE_RECEIPT(40),
        EARLY_PAYOFF(25),
        REVERSAL(80),
        PAY_OUT(70),
        TRANSFER(40),
        NEXT_PART(30),
        GIVE_UP_REST(5),
        PUT_OFF(40),
        EXTEND(30),
        ROLL_OVER(20),
        RATE(6),
        LATE_RATE(6),
        FREEZE(25),
        FURTHER_FREEZE(12),
        WRITE_OFF(12),
        RECOVERY(20),
        TRANSFER_IN(40),
        TRANSFER_USED(60),
        TRANSFER_SENT_BACK(6),
        TRANSFER_TAKEN_BACK(12),
        CREDIT_USED(12),
        ABSENCE(20),
        UNLAWFUL(150),
        NEXT_SESSION(29);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        static Kind of(Random random) {
            return Draw.of(values(), each -> each.weight, random);
        }
    }

    /**
     * Lets one thing happen; false when there was nothing it could happen to.
     *
     * @throws Refused by name, having changed nothing
     */
    boolean happen(Kind kind, Random random, UUID key) {
        return switch (kind) {
            case COUNTER -> counter.pay(random, key);
            case SHEET -> counter.sheet(random, key);
            case LATE_RECEIPT -> counter.late(random, key);
            case EARLY_PAYOFF -> counter.payOff(random, key);
            case REVERSAL -> counter.reverse(random, key);
            case PAY_OUT -> lend.inCash(random, key);
            case TRANSFER -> lend.byTransfer(random, key);
            case NEXT_PART -> lend.nextPart(random, key);
            case GIVE_UP_REST -> lend.giveUpRest(random, key);
            case PUT_OFF -> terms.putOff(random, key);
            case EXTEND -> terms.later(random, key, "loan.extension");
            case ROLL_OVER -> terms.later(random, key, "loan.rollover");
            case RATE -> terms.rate(random, key, 1 + random.nextInt(20));
            case LATE_RATE -> terms.rate(random, key, -random.nextInt(60));
            case FREEZE -> risk.freeze(random, key);
            case FURTHER_FREEZE -> risk.freezeFurther(random, key);
            case WRITE_OFF -> risk.writeOff(random, key);
            case RECOVERY -> risk.recover(random, key);
            case TRANSFER_IN -> money.arrive(random, key);
            case TRANSFER_USED -> money.use(random, key);
            case TRANSFER_SENT_BACK -> money.sendBack(random, key);
            case TRANSFER_TAKEN_BACK -> money.takeBack(random, key);
            case CREDIT_USED -> money.credit(random, key);
            case ABSENCE -> absence(random, key);
            case UNLAWFUL -> unlawful.happen(random, key);
            case NEXT_SESSION -> days.nextSession(key);
        };
    }

    /** A step about a borrower who left: it moves no money, and is refused out of its order. */
    private boolean absence(Random random, UUID key) {
        var steps = AbsenceStep.values();
        var step = steps[random.nextInt(steps.length)];
        return hand.loan(random, loan -> loan.outstanding() > 0)
                .map(loan -> {
                    var measure = step == AbsenceStep.MEASURE ? AbsenceMeasure.SEARCH : null;
                    hand.office()
                            .get(NoteAbsence.class)
                            .run(
                                    hand.office().officer,
                                    key,
                                    loan.code(),
                                    new Noted(step, measure, hand.office().today(), "Đi làm xa"));
                    return true;
                })
                .orElse(false);
    }

    /** Opens the first sessions. */
    void open(UUID key) {
        days.open(key);
    }
}
