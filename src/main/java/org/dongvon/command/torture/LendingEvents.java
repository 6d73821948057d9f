package org.dongvon.command.torture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dongvon.closing.CloseDay;
import org.dongvon.command.torture.LendingOracle.Loan;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.organisation.Units;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.session.Sessions;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetAnswer;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;

/**
 * The events. Each draws from one random source, goes through the use case, and tells the oracle; whoever adds
 * lending adds a constant to {@link EventKind} and, where money or time moves, a few lines to {@link LendingOracle}.
 */
final class LendingEvents {

    private static final long FLOAT = 300_000_000;
    private static final long STEP = 100_000;

    private final TortureOffice office;
    private final ChangeEvents changes;
    private final List<Posted> posted = new ArrayList<>();
    private int made;

    LendingEvents(TortureOffice office) {
        this.office = office;
        this.changes = new ChangeEvents(office);
    }

    /** Lets one thing happen; a refusal comes as {@link Refused}, and has changed nothing. */
    void happen(EventKind kind, Random random, UUID key) {
        switch (kind) {
            case COUNTER -> counter(random, key);
            case SHEET -> sheet(random, key);
            case REVERSAL -> reverse(random, key);
            case PAY_OUT -> payOut(random, key);
            case ADJUST -> changes.adjust(random, key);
            case EXTEND -> changes.extend(random, key);
            case RATE -> changes.rate(random, key, office.today().plusDays(1L + random.nextInt(20)));
            case LATE_RATE -> changes.rate(random, key, office.today().minusDays(random.nextInt(60)));
            case TOO_MUCH -> tooMuch(random, key);
            case WRONG_PAYER -> wrongPayer(random, key);
            case TWICE -> twice(random, key);
            case NEXT_SESSION -> nextSession(key);
        }
    }

    private TortureOffice.Member member(Loan loan) {
        return Objects.requireNonNull(office.members.get(loan.id));
    }

    private long session(int point) {
        return office.sessions.getOrDefault(point, 0L);
    }

    private void counter(Random random, UUID key) {
        var loan = office.any(random);
        long asked = office.oracle.asked(loan, office.today());
        long interest = random.nextInt(4) == 0 ? asked / 2 : asked;
        long left = loan.outstanding();
        long principal = switch (random.nextInt(4)) {
            case 0 -> left;
            case 1 -> 0;
            default -> Math.min(left, STEP * random.nextInt(100));
        };
        if (interest + principal > 0) {
            pay(loan, key, interest, principal, Payer.BORROWER);
        }
    }

    private void pay(Loan loan, UUID key, long interest, long principal, Payer payer) {
        var line = line(key, loan, interest, principal, payer);
        take(post(loan, key, List.of(line)), List.of(loan), List.of(line));
    }

    private SheetAnswer post(Loan loan, UUID key, List<SheetLine> lines) {
        var member = member(loan);
        return office.get(PostSheet.class)
                .run(office.teller(member.point()), new Sheet(key, session(member.point()), member.group(), lines));
    }

    private SheetLine line(UUID key, Loan loan, long interest, long principal, Payer payer) {
        return new SheetLine(
                derived(key, loan.code),
                member(loan).id(),
                loan.id,
                new Dong(interest),
                Dong.ZERO,
                new Dong(principal),
                payer);
    }

    private void take(SheetAnswer answer, List<Loan> loans, List<SheetLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var result = answer.of(line.lineId());
            if (result.outcome() == SheetAnswer.Outcome.POSTED) {
                loans.get(i)
                        .pay(
                                line.lineId(),
                                office.today(),
                                line.principal().amount(),
                                line.interest().amount());
                posted.add(new Posted(loans.get(i), line.lineId(), Objects.requireNonNull(answer.journalId())));
            }
        }
        var refusals = answer.others().stream()
                .filter(each -> each.outcome() == SheetAnswer.Outcome.REFUSED)
                .toList();
        if (!refusals.isEmpty() && answer.posted() == 0) {
            throw new RefusedLine(String.valueOf(refusals.getFirst().refusal()));
        }
    }

    private void sheet(Random random, UUID key) {
        int group = random.nextInt(office.groups());
        var loans = office.oracle.loans().values().stream()
                .filter(loan -> member(loan).point() == group && loan.outstanding() > 0)
                .filter(loan -> random.nextInt(3) > 0)
                .toList();
        var lines = loans.stream()
                .map(loan -> line(key, loan, office.oracle.asked(loan, office.today()), 0, Payer.GROUP_HEAD))
                .toList();
        if (!lines.isEmpty()) {
            take(post(loans.getFirst(), key, lines), loans, lines);
        }
    }

    private void reverse(Random random, UUID key) {
        if (posted.isEmpty()) {
            return;
        }
        var one = posted.get(posted.size() - 1 - random.nextInt(Math.min(8, posted.size())));
        office.get(ReverseLines.class)
                .run(
                        office.teller(member(one.loan()).point()),
                        new ReverseLines.Reversal(key, one.journal(), List.of(one.line()), "Ghi nhầm"));
        if (!one.loan().takeBack(one.line())) {
            throw new IllegalStateException("taken back twice: " + one.line());
        }
    }

    private void payOut(Random random, UUID key) {
        var model = office.any(random);
        var member = member(model);
        var today = office.today();
        long amount = STEP * (10 + random.nextInt(400));
        var code = "R" + ++made;
        var terms = new ApproveLoans.Terms(12 * (1 + random.nextInt(3)), 12, 0, 0);
        var approved = office.get(Transactions.class).write(Actor.SYSTEM, () -> {
            var borrower = office.owner
                    .sql(
                            "select household_id, borrower_id as person_id, group_id, member_id from loan.loan where id = :id")
                    .param("id", model.id)
                    .query(ApproveLoans.Borrower.class)
                    .single();
            var reference = office.get(Programmes.class).current();
            long allotment = office.owner
                    .sql("select min(id) from capital.allotment")
                    .query(Long.class)
                    .single();
            return office.get(ApproveLoans.class)
                    .run(
                            office.point(member.point()).id(),
                            today,
                            List.of(new ApproveLoans.NewLoan(
                                    code,
                                    borrower,
                                    reference.programme(TortureOffice.SERIES).id(),
                                    reference
                                            .rates()
                                            .seriesFor(TortureOffice.SERIES, BorrowerClass.STANDARD, today)
                                            .id(),
                                    allotment,
                                    new Dong(amount),
                                    terms,
                                    0)));
        });
        long id = approved.getFirst();
        var line = new PayOutLoans.PayOutLine(derived(key, code), id);
        office.get(PayOutLoans.class)
                .run(
                        office.teller(member.point()),
                        new PayOutLoans.PayOut(key, session(member.point()), List.of(line)));
        office.members.put(id, member);
        boolean late = office.owner
                .sql("select unpaid_instalment from loan.loan where id = :id")
                .param("id", id)
                .query(String.class)
                .single()
                .equals("OVERDUE");
        office.learn(id, code, today, new TortureOffice.Agreed(amount, late));
    }

    private void tooMuch(Random random, UUID key) {
        var loan = office.any(random);
        boolean interest = random.nextBoolean();
        long asked = office.oracle.asked(loan, office.today());
        pay(loan, key, interest ? asked + 1 : 0, interest ? 0 : loan.outstanding() + 1, Payer.BORROWER);
        throw new IllegalStateException("more than is owed was taken of " + loan.code);
    }

    private void wrongPayer(Random random, UUID key) {
        var loan = office.any(random);
        pay(loan, key, 0, 1 + random.nextInt(1_000_000), Payer.GROUP_HEAD);
        throw new IllegalStateException("a group head's principal was taken of " + loan.code);
    }

    /** The same submission again is answered and changes nothing; the same line in another one is no second payment. */
    private void twice(Random random, UUID key) {
        if (posted.isEmpty()) {
            return;
        }
        var one = posted.get(random.nextInt(posted.size()));
        var member = member(one.loan());
        var line = new SheetLine(
                one.line(), member.id(), one.loan().id, new Dong(1), Dong.ZERO, Dong.ZERO, Payer.BORROWER);
        var answer = office.get(PostSheet.class)
                .run(
                        office.teller(member.point()),
                        new Sheet(key, session(member.point()), member.group(), List.of(line)));
        if (answer.posted() != 0) {
            throw new IllegalStateException("a line was posted twice: " + one.line());
        }
        throw new RefusedLine(String.valueOf(answer.others().getFirst().refusal()));
    }

    /** Counts and closes what is open, closes the days up to the next session, opens it at each group's point. */
    private void nextSession(UUID key) {
        var today = office.today();
        for (var each : office.sessions.entrySet()) {
            var cash = office.get(Transactions.class)
                    .read(
                            Actor.SYSTEM,
                            () -> office.get(Sessions.class)
                                    .cash(each.getValue())
                                    .orElse(Dong.ZERO));
            office.get(CloseSession.class)
                    .run(
                            office.controller(each.getKey()),
                            derived(key, "close" + each.getKey()),
                            each.getValue(),
                            CashCount.of(cash),
                            "");
        }
        office.sessions.clear();
        var next = LendingOracle.due(today.plusMonths(1).withDayOfMonth(28));
        if (!next.isAfter(today)) {
            throw new IllegalStateException("no session after " + today);
        }
        var unit = office.get(Units.class).get(office.point(0).office());
        office.get(CloseDay.class).through(office.director, unit, next.minusDays(1), step -> {});
        office.oracle.closeThrough(today, next.minusDays(1));
        open(key);
    }

    /** Opens a session at each group's point. */
    void open(UUID key) {
        office.stockVault(derived(key, "vault"), FLOAT * office.groups());
        for (int point = 0; point < office.groups(); point++) {
            long session = office.get(OpenSession.class)
                    .run(
                            office.leader(point),
                            derived(key, "open" + point),
                            new OpenSession.Opening(
                                    office.point(point).id(),
                                    office.teller(point).id(),
                                    office.controller(point).id(),
                                    new Dong(FLOAT)));
            office.sessions.put(point, session);
        }
    }

    static UUID derived(UUID key, String name) {
        return UUID.nameUUIDFromBytes((key + " " + name).getBytes(StandardCharsets.US_ASCII));
    }

    private record Posted(Loan loan, UUID line, long journal) {}
}
