package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.loan.disbursement.EndUndrawn;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.loan.disbursement.TransferLoan;
import org.dongvon.programme.BorrowerClass;
import org.dongvon.programme.Programmes;
import org.dongvon.session.payout.PayOutLoans;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;

/** Money that goes out: whole in cash, to an account, and in parts. */
final class LendEvents {

    private static final long STEP = 100_000;
    private static final String BORROWER = """
            select household_id, borrower_id as person_id, group_id, member_id from loan.loan where id = :id
            """;
    private static final String ALLOTMENT = """
            select min(id) from capital.allotment
            """;

    private final Hand hand;
    private int made;

    LendEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    boolean inCash(Random random, UUID key) {
        var of = approved(random, random.nextInt(4) == 0 ? "GQVL" : "HONGHEO");
        var line = new PayOutLoans.PayOutLine(Hand.named(key, of.code()), of.id());
        office().get(PayOutLoans.class)
                .run(
                        office().teller(of.member().point()),
                        new PayOutLoans.PayOut(key, hand.session(of.member().point()), List.of(line)));
        learn(of, of.amount());
        return true;
    }

    /** To the borrower's account; of a programme that pays in parts mostly the first part only. */
    boolean byTransfer(Random random, UUID key) {
        boolean parts = random.nextInt(3) > 0;
        var of = approved(random, parts ? "GQVL" : "HONGHEO");
        long part = parts ? Math.max(STEP, of.amount() / STEP * random.nextInt(10) / 10 * STEP) : of.amount();
        transfer(key, of.code(), part);
        learn(of, part);
        return true;
    }

    boolean nextPart(Random random, UUID key) {
        return hand.loan(random, loan -> loan.undrawn() > 0 && loan.outstanding() > 0)
                .map(loan -> {
                    long part = random.nextInt(3) == 0
                            ? loan.undrawn()
                            : Math.max(1, loan.undrawn() / 10 * (1 + random.nextInt(9)));
                    transfer(key, loan.code(), part);
                    loan.payOut(office().today(), part);
                    return true;
                })
                .orElse(false);
    }

    boolean giveUpRest(Random random, UUID key) {
        return hand.loan(random, loan -> loan.undrawn() > 0 && loan.outstanding() > 0)
                .map(loan -> {
                    office().get(EndUndrawn.class)
                            .run(office().officer, key, loan.code(), "Hộ không còn nhu cầu rút vốn");
                    loan.giveUpRest();
                    return true;
                })
                .orElse(false);
    }

    void transfer(UUID key, String code, long amount) {
        var payee = new Payee(Payee.Kind.BORROWER, "NGUYEN THI A", "0123456789", "Ngân hàng B", "");
        hand.change(
                office().cashier,
                key,
                new Hand.Asked(
                        office().accountant, TransferLoan.NAME, code, TransferLoan.wanted(new Dong(amount), payee)));
    }

    void learn(New of, long part) {
        office().learn(of.id(), of.code(), of.member(), new TortureOffice.Lent(of.day(), of.amount(), part));
    }

    /** A loan that is approved, for somebody who has or had one. */
    New approved(Random random, String programme) {
        var model = hand.loan(random, loan -> true).orElseThrow();
        var member = hand.member(model);
        var today = office().today();
        long amount = STEP * (10 + random.nextInt(400));
        var code = "R" + ++made;
        var terms = new ApproveLoans.Terms(12 * (1 + random.nextInt(3)), random.nextBoolean() ? 12 : 6, 0, 0);
        long id = office().get(Transactions.class).write(Actor.SYSTEM, () -> {
            var borrower = office().owner
                    .sql(BORROWER)
                    .param("id", model.id())
                    .query(ApproveLoans.Borrower.class)
                    .single();
            var reference = office().get(Programmes.class).current();
            var series = reference.rates().seriesFor(programme, BorrowerClass.STANDARD, today);
            long allotment = office().owner.sql(ALLOTMENT).query(Long.class).single();
            var loan = new ApproveLoans.NewLoan(
                    code,
                    borrower,
                    reference.programme(programme).id(),
                    series.id(),
                    allotment,
                    new Dong(amount),
                    terms,
                    0);
            return office().get(ApproveLoans.class)
                    .run(office().point(member.point()).id(), today, List.of(loan))
                    .getFirst();
        });
        return new New(id, code, member, today, amount);
    }

    /** A loan that is approved and not paid out. */
    record New(long id, String code, TortureOffice.Member member, LocalDate day, long amount) {}
}
