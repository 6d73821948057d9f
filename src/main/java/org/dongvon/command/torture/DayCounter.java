package org.dongvon.command.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Held;
import org.dongvon.command.torture.DayOracle.Taken;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.sheet.PostLateReceipt;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Remark;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.session.withdrawal.WithdrawSavings;
import org.dongvon.shared.Refused;

/** What the teller enters at the office's own desk: lists, payments, loans and savings paid out, receipts found, lines taken back. */
final class DayCounter {

    private static final int MOST_LINES = 8;

    private final DayHand day;
    private final LendEvents lend;
    private final List<Posted> posted = new ArrayList<>();

    DayCounter(DayHand day, LendEvents lend) {
        this.day = day;
        this.lend = lend;
    }

    /** A head's list; what she took before the session is counted with it. */
    boolean sheet(Random random, UUID key, int point) {
        var loans = day.loans(random, point, MOST_LINES, loan -> loan.outstanding() > 0);
        if (loans.isEmpty()) {
            return false;
        }
        var asks = new ArrayList<Ask>();
        Map<UUID, Remark> remarks = new HashMap<>();
        Map<UUID, List<UUID>> counts = new HashMap<>();
        for (var ask : day.asks(random, key, loans, true)) {
            var held = day.oracle.held(ask.loan());
            var line = held.isEmpty() ? ask : counted(random, ask, held, remarks);
            if (!held.isEmpty()) {
                counts.put(line.id(), held.stream().map(each -> each.ask().id()).toList());
            }
            asks.add(line);
        }
        return post(random, new Sheet(key, day.hand.session(point), group(asks), lines(asks), remarks, counts), asks);
    }

    private Ask counted(Random random, Ask ask, List<Taken> held, Map<UUID, Remark> remarks) {
        long interest = held.stream().mapToLong(each -> each.ask().interest()).sum();
        long saving = held.stream().mapToLong(each -> each.ask().saving()).sum();
        if (day.happens(Fault.HEAD_DIFFERS, random)) {
            interest /= 2;
            if (random.nextBoolean()) {
                remarks.put(ask.id(), new Remark("Tổ trưởng nộp thiếu", null));
            }
        }
        return new Ask(ask.id(), ask.loan(), interest, saving, 0, true);
    }

    boolean pay(Random random, UUID key, int point) {
        var loans = day.loans(random, point, 1, loan -> loan.outstanding() > 0);
        var asks = day.asks(random, key, loans, false);
        return !asks.isEmpty() && post(random, new Sheet(key, day.hand.session(point), group(asks), lines(asks)), asks);
    }

    private long group(List<Ask> asks) {
        return day.hand.member(asks.getFirst().loan()).group();
    }

    private List<SheetLine> lines(List<Ask> asks) {
        return asks.stream()
                .map(ask -> new SheetLine(
                        ask.id(),
                        day.oracle.member(ask.loan()),
                        ask.loan().id(),
                        new Dong(ask.interest()),
                        new Dong(ask.saving()),
                        new Dong(ask.principal()),
                        ask.byHead() ? Payer.GROUP_HEAD : Payer.BORROWER))
                .toList();
    }

    private boolean post(Random random, Sheet sheet, List<Ask> asks) {
        var session = day.oracle.session(sheet.sessionId());
        var teller = day.office.teller(session.point());
        var answer = day.tried(random, () -> day.office.get(PostSheet.class).run(teller, sheet));
        long cash = 0;
        for (var ask : asks) {
            boolean lawful = day.oracle.isLawful(ask, session.day()) && isExplained(sheet, ask);
            cash += took(answer, session, ask, lawful) ? ask.sum() : 0;
        }
        DayHand.same("cash of a sheet", answer.cash(), cash);
        // Whoever did not see the answer sends it again, and is told the same.
        DayHand.same("answer to the same sheet", day.office.get(PostSheet.class).run(teller, sheet), answer);
        return true;
    }

    private boolean isExplained(Sheet sheet, Ask ask) {
        var counted = sheet.counts().getOrDefault(ask.id(), List.of()).stream()
                .map(line -> Objects.requireNonNull(day.oracle.taken.get(line)).ask())
                .toList();
        return counted.isEmpty()
                || sheet.remarks().containsKey(ask.id())
                || (counted.stream().mapToLong(Ask::interest).sum() == ask.interest()
                        && counted.stream().mapToLong(Ask::saving).sum() == ask.saving());
    }

    private boolean took(SheetAnswer answer, Held session, Ask ask, boolean lawful) {
        boolean taken = answer.of(ask.id()).outcome() == SheetAnswer.Outcome.POSTED;
        DayHand.same("whether " + ask + " is posted, " + answer.of(ask.id()), taken, lawful);
        if (taken) {
            day.oracle.held(ask.loan()).forEach(each -> {
                if (ask.byHead()) {
                    day.oracle.taken.remove(each.ask().id());
                }
            });
            day.oracle.post(session, 0, ask, session.day());
            posted.add(new Posted(session, ask, Objects.requireNonNull(answer.journalId())));
            day.count("line posted");
        } else {
            day.count("line refused");
        }
        return taken;
    }

    /** A receipt of the session before, which nobody had entered. */
    boolean lateReceipt(Random random, UUID key, int point) {
        var days = day.office.sessionDays;
        if (days.size() < 2) {
            return false;
        }
        var valueDate = days.get(days.size() - 2);
        var session = day.session(point);
        var loans = day.loans(
                random,
                point,
                1,
                loan -> loan.outstanding() > 0 && !loan.paidOut().isAfter(valueDate));
        if (loans.isEmpty()) {
            return false;
        }
        var loan = loans.getFirst();
        long principal = Math.min(loan.outstanding(), 100_000L * random.nextInt(100));
        var ask = new Ask(Hand.named(key, "late"), loan, day.oracle.asked(loan, valueDate) / 2, 0, principal, false);
        if (ask.sum() == 0) {
            return false;
        }
        var remarks = Map.of(ask.id(), new Remark("Biên lai ghi muộn", null));
        var sheet = new Sheet(key, session.id(), group(List.of(ask)), lines(List.of(ask)), remarks);
        var post = day.office.get(PostLateReceipt.class);
        if (loan.movedAfter(valueDate)) {
            day.refuses(() -> post.run(day.office.teller(point), sheet, valueDate), "PAID_SINCE");
            return true;
        }
        var answer = day.tried(random, () -> post.run(day.office.teller(point), sheet, valueDate));
        DayHand.same(
                "whether the late " + ask + " is posted", answer.posted() == 1, day.oracle.isLawful(ask, valueDate));
        if (answer.posted() == 1) {
            day.oracle.post(session, 0, ask, valueDate);
            posted.add(new Posted(session, ask, Objects.requireNonNull(answer.journalId())));
        }
        return true;
    }

    boolean payOut(Random random, UUID key) {
        var loan = lend.approved(random, random.nextInt(4) == 0 ? "GQVL" : "HONGHEO");
        var session = day.session(loan.member().point());
        var line = new PayOutLoans.PayOutLine(Hand.named(key, loan.code()), loan.id());
        var payOut = new PayOutLoans.PayOut(key, session.id(), List.of(line));
        var teller = day.office.teller(session.point());
        Runnable pay =
                () -> day.tried(random, () -> day.office.get(PayOutLoans.class).run(teller, payOut));
        if (session.cash < loan.amount() || !day.oracle.hasRoom(loan.amount())) {
            day.refuses(pay, "CASH_TOO_LOW", "ALLOTMENT_EXHAUSTED");
            return true;
        }
        pay.run();
        lend.learn(loan, loan.amount());
        session.cash -= loan.amount();
        return true;
    }

    boolean withdraw(Random random, UUID key, int point) {
        var session = day.session(point);
        var loans = day.loans(random, point, 1, loan -> day.oracle.deposit(day.oracle.member(loan)) > 0);
        if (loans.isEmpty()) {
            return false;
        }
        long member = day.oracle.member(loans.getFirst());
        long deposit = day.oracle.deposit(member);
        long amount = day.happens(Fault.LINES_UNLAWFUL, random) ? deposit + 1 : 1 + random.nextInt((int) deposit);
        var asked = new WithdrawSavings.Withdrawal(
                key, Hand.named(key, "withdrawal"), session.id(), member, new Dong(amount));
        Runnable draw = () ->
                day.tried(random, () -> day.office.get(WithdrawSavings.class).run(day.office.teller(point), asked));
        if (day.oracle.due(member, session.day()) > 0) {
            day.refuses(draw, "WITHDRAWAL_WHILE_DEBTS_DUE");
        } else if (amount > deposit) {
            day.refuses(draw, "WITHDRAWAL_ABOVE_DEPOSIT");
        } else if (session.cash < amount) {
            day.refuses(draw, "CASH_TOO_LOW");
        } else {
            draw.run();
            day.oracle.withdraw(session, member, amount);
        }
        return true;
    }

    /** Lines of today are taken back; one taken back already is refused. */
    boolean reverse(Random random, UUID key, int point) {
        var today = posted.stream()
                .filter(each -> each.session() == day.session(point))
                .toList();
        if (today.isEmpty()) {
            return false;
        }
        var one = today.get(random.nextInt(today.size()));
        var asked =
                new ReverseLines.Reversal(key, one.journal(), List.of(one.ask().id()), "Ghi nhầm");
        Runnable back =
                () -> day.tried(random, () -> day.office.get(ReverseLines.class).run(day.office.teller(point), asked));
        if (day.oracle.mayTakeBack(one.session(), one.ask())) {
            back.run();
            day.oracle.takeBack(one.session(), one.ask());
            posted.remove(one);
            var again = new ReverseLines.Reversal(
                    Hand.named(key, "again"), one.journal(), List.of(one.ask().id()), "Ghi nhầm");
            day.refuses(
                    () -> day.office.get(ReverseLines.class).run(day.office.teller(point), again),
                    "ALREADY_REVERSED",
                    "DEPOSIT_REVERSED",
                    "NOTHING_TO_REVERSE");
            return true;
        }
        var before = day.books();
        try {
            back.run();
        } catch (Refused refused) {
            DayHand.same("books after a refused reversal", day.books(), before);
            return true;
        }
        throw new DayHand.Wrong("taken back what is not there any more: " + one.ask());
    }

    /** What was posted, in which journal. */
    record Posted(Held session, Ask ask, long journal) {}

    /** Lines that a device brought may be taken back too. */
    void posted(Held session, Ask ask, long journal) {
        posted.add(new Posted(session, ask, journal));
    }
}
