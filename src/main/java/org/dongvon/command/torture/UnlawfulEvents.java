package org.dongvon.command.torture;

import java.util.Random;
import java.util.UUID;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.Measure;
import org.dongvon.loan.risk.RiskRules.Asked;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.change.Facts;

/** What must not happen: each is refused by name and changes nothing, or the books are broken. */
final class UnlawfulEvents {

    private final Hand hand;
    private final CounterEvents counter;
    private final LendEvents lend;
    private final RiskEvents risk;

    UnlawfulEvents(Hand hand, CounterEvents counter, LendEvents lend, RiskEvents risk) {
        this.hand = hand;
        this.counter = counter;
        this.lend = lend;
        this.risk = risk;
    }

    private enum Kind {
        INTEREST_TOO_MUCH,
        PRINCIPAL_TOO_MUCH,
        PRINCIPAL_BY_HEAD,
        LINE_AGAIN,
        LOAN_SETTLED,
        RECEIPT_TOO_LATE,
        EXTENDED_TOO_LONG,
        OWN_WORK,
        LOSS_TOO_SMALL,
        NEVER_FROZEN,
        RECOVERED_TOO_MUCH,
        PART_TOO_LARGE
    }

    boolean happen(Random random, UUID key) {
        var kind = Kind.values()[random.nextInt(Kind.values().length)];
        boolean wanted = switch (kind) {
            case LINE_AGAIN -> counter.again(random, key);
            case LOAN_SETTLED, RECOVERED_TOO_MUCH, PART_TOO_LARGE -> onOneOfAKind(kind, random, key);
            default ->
                hand.loan(random, loan -> loan.outstanding() > 0)
                        .map(loan -> onRunning(kind, key, loan))
                        .orElse(false);
        };
        if (wanted) {
            throw new IllegalStateException(kind + " was not refused");
        }
        return false;
    }

    private boolean onOneOfAKind(Kind kind, Random random, UUID key) {
        return switch (kind) {
            case LOAN_SETTLED ->
                hand.loan(random, loan -> loan.outstanding() == 0)
                        .map(loan -> counter.pay(key, loan, 0, 1, Payer.BORROWER))
                        .orElse(false);
            case RECOVERED_TOO_MUCH ->
                hand.loan(random, OracleLoan::isWrittenOff)
                        .map(loan -> risk.recover(key, loan, loan.claimed() + 1, 0))
                        .orElse(false);
            default ->
                hand.loan(random, loan -> loan.undrawn() > 0 && loan.outstanding() > 0)
                        .map(loan -> {
                            lend.transfer(key, loan.code(), loan.undrawn() + 1);
                            return true;
                        })
                        .orElse(false);
        };
    }

    private boolean onRunning(Kind kind, UUID key, OracleLoan loan) {
        var office = hand.office();
        var today = office.today();
        switch (kind) {
            case INTEREST_TOO_MUCH -> counter.pay(key, loan, office.oracle.asked(loan, today) + 1, 0, Payer.BORROWER);
            case PRINCIPAL_TOO_MUCH -> counter.pay(key, loan, 0, loan.outstanding() + 1, Payer.BORROWER);
            case PRINCIPAL_BY_HEAD -> counter.pay(key, loan, 0, 1, Payer.GROUP_HEAD);
            case RECEIPT_TOO_LATE -> counter.late(key, loan, today.minusDays(46), 0, 1);
            case EXTENDED_TOO_LONG -> extend(key, loan, false);
            case OWN_WORK -> extend(key, loan, true);
            case LOSS_TOO_SMALL ->
                risk.decide(key, loan, new Asked(Cause.DISASTER, RiskEvents.lost(39), Measure.FREEZE, 12));
            default -> {
                if (loan.frozenMonths() > 0) {
                    return false;
                }
                risk.decide(key, loan, new Asked(Cause.DISASTER, RiskEvents.lost(80), Measure.WRITE_OFF, 0));
            }
        }
        return true;
    }

    /** Beyond every limit; or by a day, and approved by whoever asked for it. */
    private void extend(UUID key, OracleLoan loan, boolean byMaker) {
        var last = loan.dues().getLast().contract();
        var wanted = Facts.none().date("contract", byMaker ? last.plusDays(1) : last.plusYears(9));
        var office = hand.office();
        hand.change(
                byMaker ? office.officer : office.director,
                key,
                new Hand.Asked(office.officer, "loan.extension", loan.code(), wanted));
    }
}
