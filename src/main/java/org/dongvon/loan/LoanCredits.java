package org.dongvon.loan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.Voucher;
import org.dongvon.loan.Repayments.Days;
import org.dongvon.loan.Repayments.Planned;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Money that was paid too much on a loan (tiền nộp thừa): set off against another loan, paid back by transfer, and each use
 * taken back. Inside the caller's submission, which holds the office's day: {@code docs/domain/credit.md}.
 */
@Service
public class LoanCredits {

    /** Interest that moves from one loan to another of the same programme and contract. */
    private static final String WITHOUT_ENTRIES = "INTEREST_MOVED";

    private static final String LINES = """
            select distinct m.line_id, m.line_no
              from loan.movement m
              join ledger.v_journal j on j.id = m.journal_id
             where j.submission = :submission and m.kind in ('CREDIT', 'REPAYMENT')
             order by m.line_no
            """;

    private static final String JOURNAL = """
            select id from ledger.v_journal where submission = :submission
            """;

    private final Repayments repayments;
    private final LoanReversals reversals;
    private final Ledger ledger;
    private final RoundTrips trips;
    private final JdbcClient db;

    LoanCredits(Repayments repayments, LoanReversals reversals, Ledger ledger, RoundTrips trips, JdbcClient db) {
        this.repayments = repayments;
        this.reversals = reversals;
        this.ledger = ledger;
        this.trips = trips;
        this.db = db;
    }

    /** What may be used of each of these loans on a day, and what each owes. */
    public Map<Long, Standing> read(Collection<Long> loans, LocalDate day) {
        return standings(repayments.read(loans), day);
    }

    /** Likewise, the loans locked until the transaction ends. */
    public Map<Long, Standing> lock(Collection<Long> loans, LocalDate day) {
        return standings(repayments.lock(loans), day);
    }

    private static Map<Long, Standing> standings(LoanDesk desk, LocalDate day) {
        Map<Long, Standing> found = new LinkedHashMap<>();
        desk.balances()
                .forEach((id, balance) -> found.put(
                        id,
                        new Standing(
                                desk.creditOf(balance, day),
                                desk.interestAskedOn(balance, day),
                                balance.outstanding())));
        return found;
    }

    /**
     * Sets a part of a loan's credit off against another loan: interest asked for first, then principal.
     *
     * @throws Refused {@link LoanRefusal#CREDIT_ABOVE_OVERPAID}, {@link LoanRefusal#CREDIT_OTHER_POINT}, {@link
     *     LoanRefusal#CREDIT_ABOVE_OTHER_DEBT}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public void setOff(Journal.Header header, long overpaid, long other, Dong amount) {
        var day = header.businessDate();
        var desk = repayments.lock(List.of(overpaid, other));
        var from = get(desk, overpaid);
        var to = get(desk, other);
        if (from.header().pointId() != to.header().pointId()) {
            throw new Refused(
                    LoanRefusal.CREDIT_OTHER_POINT,
                    from.header().code(),
                    to.header().code());
        }
        var given = desk.planCredit(from, line(header, "credit", 1), amount, day);
        var interest = amount.min(desk.interestAskedOn(to, day));
        var principal = amount.minus(interest);
        if (principal.compareTo(to.outstanding()) > 0) {
            throw new Refused(
                    LoanRefusal.CREDIT_ABOVE_OTHER_DEBT,
                    amount,
                    interest.plus(to.outstanding()),
                    to.header().code());
        }
        var payment = new RepaymentLine(line(header, "set off", 2), other, interest, principal);
        post(header, List.of(given, desk.plan(to, payment, day)), Dong.ZERO);
    }

    /**
     * Pays a part of a loan's credit back to an account.
     *
     * @throws Refused {@link LoanRefusal#CREDIT_ABOVE_OVERPAID}
     */
    public void payBack(Journal.Header header, long overpaid, Dong amount) {
        var desk = repayments.lock(List.of(overpaid));
        var given = desk.planCredit(get(desk, overpaid), line(header, "credit", 1), amount, header.businessDate());
        post(header, List.of(given), amount.negate());
    }

    /**
     * Pays a part of a loan's credit out in cash; the caller moves its cash box.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN} when the loan is not of the header's point, {@link
     *     LoanRefusal#CREDIT_ABOVE_OVERPAID}
     */
    Voucher payOut(Journal.Header header, UUID lineId, long overpaid, Dong amount) {
        var desk = repayments.lock(List.of(overpaid));
        var balance = get(desk, overpaid);
        if (balance.header().pointId() != header.pointId()) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, balance.header().code());
        }
        var given = desk.planCredit(balance, new LoanMovement.Line(lineId, 1), amount, header.businessDate());
        var entries = new ArrayList<>(LoanEntries.of(given.movements()));
        entries.add(Entry.of(Account.CASH, amount.negate()));
        var voucher = ledger.post(new Journal(header, entries));
        var trip = trips.begin();
        repayments.post(trip, voucher.journalId(), new Days(header.businessDate(), header.valueDate()), List.of(given));
        trip.send();
        return voucher;
    }

    /**
     * Takes a posted use back, line by line.
     *
     * @param used the submission that posted it
     * @param money the other side of what it posted, taken back
     * @throws Refused {@link LoanRefusal#ALREADY_REVERSED}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public void takeBack(Journal.Header header, UUID used, List<Entry> money) {
        Map<UUID, LoanMovement.Line> lines = new LinkedHashMap<>();
        db.sql(LINES).param("submission", used).query(row -> {
            lines.put(
                    row.getObject("line_id", UUID.class),
                    line(header, "takes back " + row.getInt("line_no"), row.getInt("line_no")));
        });
        var back = reversals.plan(lines);
        var entries = new ArrayList<>(LoanEntries.of(back.movements()));
        entries.addAll(money);
        reversals.post(journal(header, entries), back);
    }

    /** The journal of a submission. */
    public long journalOf(UUID submission) {
        return db.sql(JOURNAL).param("submission", submission).query(Long.class).single();
    }

    private void post(Journal.Header header, List<Planned> planned, Dong bank) {
        var entries = new ArrayList<Entry>();
        planned.forEach(each -> entries.addAll(LoanEntries.of(each.movements())));
        entries.add(Entry.of(Account.BANK, bank));
        long journal = journal(header, entries);
        var trip = trips.begin();
        repayments.post(trip, journal, new Days(header.businessDate(), header.valueDate()), planned);
        trip.send();
    }

    /** Interest given back that pays interest of the same programme and contract moves no account. */
    private long journal(Journal.Header header, List<Entry> entries) {
        return Journal.isEmpty(entries)
                ? ledger.postWithoutEntries(
                                WITHOUT_ENTRIES,
                                List.of(new Ledger.Bare(
                                        header.submission(),
                                        header.pointId(),
                                        header.officeId(),
                                        header.businessDate())))
                        .values()
                        .iterator()
                        .next()
                : ledger.post(new Journal(header, entries)).journalId();
    }

    private static LoanBalance get(LoanDesk desk, long loan) {
        var balance = desk.balances().get(loan);
        if (balance == null) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, loan);
        }
        return balance;
    }

    private static LoanMovement.Line line(Journal.Header header, String what, int number) {
        var name = what + " by " + header.submission();
        return new LoanMovement.Line(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), number);
    }

    /**
     * How a loan stands on a day.
     *
     * @param credit what was paid too much
     * @param interest what a sheet would ask for
     * @param principal not yet repaid
     */
    public record Standing(Dong credit, Dong interest, Dong principal) {

        /** What the loan can take. */
        public Dong owed() {
            return interest.plus(principal);
        }
    }
}
