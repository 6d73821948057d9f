package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.sheet.PostLateReceipt;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;

/** Money that borrowers bring: at the counter, in a group's sheet, on a receipt of an earlier session; and taken back. */
final class CounterEvents {

    private static final long STEP = 100_000;
    private static final int RECENT = 8;

    private final Hand hand;
    private final List<Posted> posted = new ArrayList<>();

    CounterEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    boolean pay(Random random, UUID key) {
        return hand.loan(random, loan -> loan.outstanding() > 0)
                .map(loan -> {
                    long asked = office().oracle.asked(loan, office().today());
                    long interest = random.nextInt(4) == 0 ? asked / 2 : asked;
                    long left = loan.outstanding();
                    long principal = switch (random.nextInt(8)) {
                        case 0 -> left;
                        case 1, 2 -> Math.min(left, loan.overdue());
                        case 3, 4 -> 0;
                        default -> Math.min(left, STEP * random.nextInt(100));
                    };
                    return interest + principal > 0 && pay(key, loan, interest, principal, Payer.BORROWER);
                })
                .orElse(false);
    }

    /** All that is owed, before its time. */
    boolean payOff(Random random, UUID key) {
        return hand.loan(random, loan -> loan.outstanding() > 0)
                .map(loan -> pay(
                        key, loan, office().oracle.asked(loan, office().today()), loan.outstanding(), Payer.BORROWER))
                .orElse(false);
    }

    boolean pay(UUID key, OracleLoan loan, long interest, long principal, Payer payer) {
        var line = line(key, loan, interest, principal, payer);
        return take(post(key, loan, List.of(line)), office().today(), List.of(new Line(loan, line)));
    }

    private SheetAnswer post(UUID key, OracleLoan loan, List<SheetLine> lines) {
        var member = hand.member(loan);
        return office().get(PostSheet.class)
                .run(
                        office().teller(member.point()),
                        new Sheet(key, hand.session(member.point()), member.group(), lines));
    }

    private SheetLine line(UUID key, OracleLoan loan, long interest, long principal, Payer payer) {
        return new SheetLine(
                Hand.named(key, loan.code()),
                hand.member(loan).id(),
                loan.id(),
                new Dong(interest),
                Dong.ZERO,
                new Dong(principal),
                payer);
    }

    /** Tells the oracle of what was posted; a sheet of which nothing was is refused by the name of its first line. */
    private boolean take(SheetAnswer answer, LocalDate valueDate, List<Line> lines) {
        for (var each : lines) {
            var line = each.line();
            if (answer.of(line.lineId()).outcome() == SheetAnswer.Outcome.POSTED) {
                each.loan()
                        .pay(
                                line.lineId(),
                                valueDate,
                                line.principal().amount(),
                                line.interest().amount());
                posted.add(new Posted(each.loan(), line.lineId(), Objects.requireNonNull(answer.journalId())));
            }
        }
        requirePosted(answer);
        return true;
    }

    private static void requirePosted(SheetAnswer answer) {
        var refusals = answer.others().stream()
                .filter(each -> each.outcome() == SheetAnswer.Outcome.REFUSED)
                .toList();
        if (!refusals.isEmpty() && answer.posted() == 0) {
            throw new RefusedLine(String.valueOf(refusals.getFirst().refusal()));
        }
    }

    boolean sheet(Random random, UUID key) {
        int group = random.nextInt(office().groups());
        var lines = office().oracle.loans().values().stream()
                .filter(loan -> hand.member(loan).point() == group && loan.outstanding() > 0)
                .filter(loan -> random.nextInt(3) > 0)
                .map(loan -> new Line(
                        loan, line(key, loan, office().oracle.asked(loan, office().today()), 0, Payer.GROUP_HEAD)))
                .toList();
        return !lines.isEmpty()
                && take(
                        post(
                                key,
                                lines.getFirst().loan(),
                                lines.stream().map(Line::line).toList()),
                        office().today(),
                        lines);
    }

    /** A receipt of the session before, entered only now. */
    boolean late(Random random, UUID key) {
        if (office().sessionDays.size() < 2) {
            return false;
        }
        var day = office().sessionDays.get(office().sessionDays.size() - 2);
        return hand.loan(
                        random,
                        loan -> loan.outstanding() > 0
                                && !loan.paidOut().isAfter(day)
                                && (!loan.movedAfter(day) || random.nextInt(10) == 0))
                .map(loan -> {
                    long principal = Math.min(loan.outstanding(), STEP * random.nextInt(300));
                    long interest = Math.min(
                            office().oracle.asked(loan, day), office().oracle.asked(loan, office().today()));
                    return interest + principal > 0 && late(key, loan, day, interest, principal);
                })
                .orElse(false);
    }

    boolean late(UUID key, OracleLoan loan, LocalDate day, long interest, long principal) {
        var line = line(key, loan, interest, principal, Payer.BORROWER);
        var member = hand.member(loan);
        var answer = office().get(PostLateReceipt.class)
                .run(
                        office().teller(member.point()),
                        new Sheet(
                                key,
                                hand.session(member.point()),
                                member.group(),
                                List.of(line),
                                Map.of(line.lineId(), new Remark("Biên lai ghi muộn", null))),
                        day);
        return take(answer, day, List.of(new Line(loan, line)));
    }

    boolean reverse(Random random, UUID key) {
        if (posted.isEmpty()) {
            return false;
        }
        var one = posted.get(posted.size() - 1 - random.nextInt(Math.min(RECENT, posted.size())));
        office().get(ReverseLines.class)
                .run(
                        office().teller(hand.member(one.loan()).point()),
                        new ReverseLines.Reversal(key, one.journal(), List.of(one.line()), "Ghi nhầm"));
        if (!one.loan().takeBack(one.line())) {
            throw new IllegalStateException("taken back twice: " + one.line());
        }
        return true;
    }

    /** A line that was posted comes again in another submission, with another amount. */
    boolean again(Random random, UUID key) {
        if (posted.isEmpty()) {
            return false;
        }
        var one = Hand.one(random, posted);
        var line = new SheetLine(
                one.line(),
                hand.member(one.loan()).id(),
                one.loan().id(),
                new Dong(1),
                Dong.ZERO,
                Dong.ZERO,
                Payer.BORROWER);
        var answer = post(key, one.loan(), List.of(line));
        requirePosted(answer);
        return answer.posted() > 0;
    }

    private record Line(OracleLoan loan, SheetLine line) {}

    private record Posted(OracleLoan loan, UUID line, long journal) {}

    /** A line that was refused by name while its sheet was answered. */
    static final class RefusedLine extends RuntimeException {

        RefusedLine(String name) {
            super(name, null, false, false);
        }
    }
}
