package org.dongvon.command.torture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.LoanCredits.Standing;
import org.dongvon.loan.credit.UseCredit;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.loan.incoming.IncomingLine;
import org.dongvon.loan.incoming.TakeIncoming;
import org.dongvon.loan.incoming.TakeUseBack;
import org.dongvon.loan.incoming.UseIncoming;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;

/** Money by transfer: it comes in by its payer's name, is used for a loan or sent back, and taken back; and what was paid too much goes back. */
final class MoneyEvents {

    private static final long STEP = 100_000;
    private static final int RECENT = 8;

    private static final String ID = """
            select id from loan.incoming where reference = :reference
            """;

    private static final String LAST = """
            select max(seq) from loan.incoming_step where incoming_id = :incoming
            """;

    private static final Payee ACCOUNT =
            new Payee(Payee.Kind.BORROWER, "Nguyễn Văn An", "0123456789", "NHCSXH Hà Tĩnh", "");

    private final Hand hand;
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();

    MoneyEvents(Hand hand) {
        this.hand = hand;
    }

    private TortureOffice office() {
        return hand.office();
    }

    /** A transfer of today or of some days ago. */
    boolean arrive(Random random, UUID key) {
        var today = office().today();
        var arrived = today.minusDays(random.nextInt(3) == 0 ? random.nextInt(20) : 0);
        var reference = "FT" + key.toString().replace("-", "").toUpperCase(Locale.ROOT);
        var amount = new Dong(STEP * (1 + random.nextInt(200)) + random.nextInt(1_000));
        office().get(TakeIncoming.class)
                .run(
                        office().accountant,
                        key,
                        List.of(new IncomingLine(reference, arrived, amount, "NGUYEN VAN AN", "tra no")));
        long id = office().owner
                .sql(ID)
                .param("reference", reference)
                .query(Long.class)
                .single();
        transfers.add(new Transfer(id, arrived, amount.amount()));
        return true;
    }

    /** A part of a transfer is for a loan, from the day on which it came where the loan did not move since. */
    boolean use(Random random, UUID key) {
        var transfer = transfer(random);
        return transfer != null
                && hand.loan(random, loan -> loan.outstanding() > 0)
                        .map(loan -> use(transfer, loan, random, key))
                        .orElse(false);
    }

    private boolean use(Transfer transfer, OracleLoan loan, Random random, UUID key) {
        var today = office().today();
        boolean early = !transfer.arrived.isBefore(loan.paidOut()) && !loan.movedAfter(transfer.arrived);
        var value = early ? transfer.arrived : today;
        long asked = office().oracle.asked(loan, value);
        long most = Math.min(transfer.left, asked + loan.outstanding());
        long amount = random.nextInt(3) == 0 ? most : 1 + random.nextInt(1_000) * (most - 1) / 1_000;
        ask(
                key,
                UseIncoming.NAME,
                Long.toString(transfer.id),
                UseIncoming.forLoan(new Dong(amount), loan.code(), value));
        long interest = Math.min(amount, asked);
        loan.pay(key, value, amount - interest, interest);
        transfer.left -= amount;
        used.add(new Used(transfer, loan, key, amount, last(transfer)));
        return true;
    }

    /** What is left of a transfer goes back to its payer. */
    boolean sendBack(Random random, UUID key) {
        var transfer = transfer(random);
        if (transfer == null) {
            return false;
        }
        long amount = 1L + random.nextInt((int) Math.min(Integer.MAX_VALUE - 1, transfer.left));
        ask(key, UseIncoming.NAME, Long.toString(transfer.id), UseIncoming.back(new Dong(amount)));
        transfer.left -= amount;
        return true;
    }

    /** A use for a loan is taken back. */
    boolean takeBack(Random random, UUID key) {
        if (used.isEmpty()) {
            return false;
        }
        var one = used.get(used.size() - 1 - random.nextInt(Math.min(RECENT, used.size())));
        ask(key, TakeUseBack.NAME, one.transfer.id + ":" + one.seq, TakeUseBack.whole(new Dong(one.amount)));
        if (!one.loan.takeBack(one.line)) {
            throw new IllegalStateException("taken back twice: " + one.line);
        }
        one.transfer.left += one.amount;
        used.remove(one);
        return true;
    }

    /** What was paid too much is set off against another loan of the borrower, or paid back. */
    boolean credit(Random random, UUID key) {
        var settled = office().oracle.loans().values().stream()
                .filter(loan -> loan.outstanding() == 0 && !loan.isWrittenOff())
                .map(OracleLoan::id)
                .toList();
        var today = office().today();
        var credits = standings(settled, today).entrySet().stream()
                .filter(each -> each.getValue().credit().isPositive())
                .map(Map.Entry::getKey)
                .toList();
        if (credits.isEmpty()) {
            return false;
        }
        var loan = Objects.requireNonNull(office().oracle.loans().get(Hand.one(random, credits)));
        var credit = Objects.requireNonNull(standings(List.of(loan.id()), today).get(loan.id()))
                .credit();
        var amount = random.nextBoolean() ? credit : new Dong(1L + random.nextInt((int) credit.amount()));
        var other = other(loan);
        if (other == null || random.nextInt(3) == 0) {
            ask(key, UseCredit.NAME, loan.code(), UseCredit.payBack(amount, ACCOUNT));
        } else {
            setOff(key, loan, other, amount);
        }
        loan.pay(Hand.named(key, "credit"), today, 0, -amount.amount());
        return true;
    }

    private void setOff(UUID key, OracleLoan loan, OracleLoan other, Dong credit) {
        var today = office().today();
        long asked = office().oracle.asked(other, today);
        long amount = credit.amount();
        ask(key, UseCredit.NAME, loan.code(), UseCredit.setOff(credit, other.code()));
        other.pay(Hand.named(key, "set off"), today, amount - Math.min(amount, asked), Math.min(amount, asked));
    }

    private @Nullable OracleLoan other(OracleLoan loan) {
        long member = hand.member(loan).id();
        return office().oracle.loans().values().stream()
                .filter(each -> each != loan
                        && each.outstanding() > 0
                        && hand.member(each).id() == member)
                .findFirst()
                .orElse(null);
    }

    private Map<Long, Standing> standings(List<Long> loans, LocalDate day) {
        return office().get(Transactions.class)
                .read(Actor.SYSTEM, () -> office().get(LoanCredits.class).read(loans, day));
    }

    private void ask(UUID key, String kind, String subject, Facts wanted) {
        hand.change(office().cashier, key, new Hand.Asked(office().accountant, kind, subject, wanted));
    }

    private int last(Transfer transfer) {
        return office().owner
                .sql(LAST)
                .param("incoming", transfer.id)
                .query(Integer.class)
                .single();
    }

    private @Nullable Transfer transfer(Random random) {
        var open = transfers.stream().filter(each -> each.left > 0).toList();
        return open.isEmpty() ? null : Hand.one(random, open);
    }

    /** A transfer and what is left of it. */
    private static final class Transfer {

        private final long id;
        private final LocalDate arrived;
        private long left;

        Transfer(long id, LocalDate arrived, long left) {
            this.id = id;
            this.arrived = arrived;
            this.left = left;
        }
    }

    private record Used(Transfer transfer, OracleLoan loan, UUID line, long amount, int seq) {}
}
