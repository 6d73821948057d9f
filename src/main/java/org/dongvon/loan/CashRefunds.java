package org.dongvon.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Voucher;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Money paid too much on a loan, paid back in cash at a session. Inside the caller's submission, which holds the office's
 * day and the session: {@code docs/domain/credit.md}.
 */
@Service
public class CashRefunds {

    // A loan without principal that is not closed owes nothing, and is owed what its interest is below zero.
    private static final String PAID_OFF = """
            select l.id, l.code, l.group_id, p.id as person_id, p.full_name, p.identity_last4
              from loan.loan l
              join household.person p on p.id = l.borrower_id
             where l.point_id = :point and l.stage = 'ACTIVE' and l.undrawn = 0 and not p.restricted
               and exists (select from loan.part t where t.loan_id = l.id and t.constant < 0)
               and not exists (select from loan.part t where t.loan_id = l.id and t.principal > 0)
             order by l.code
             limit :most
            """;

    private static final String ADD = """
            insert into loan.credit_use (loan_id, point_id, kind, amount, booked_on, holder, account, bank, submission)
            values (:loan, :point, 'CASH', :amount, :day, '', '', '', :submission)
            """;

    private static final String TAKE_BACK = """
            insert into loan.credit_use (loan_id, point_id, kind, amount, booked_on, holder, account, bank, reverses, reverses_kind, submission)
            select u.loan_id, u.point_id, 'BACK', u.amount, :day, '', '', '', u.id, u.kind, :submission
              from loan.credit_use u
              join ledger.v_journal j on j.submission = u.submission
             where j.id = :journal and u.kind = 'CASH'
            """;

    /** More of them than this at one point are not listed at once. */
    private static final int MOST = 200;

    private final LoanCredits credits;
    private final JdbcClient db;

    CashRefunds(LoanCredits credits, JdbcClient db) {
        this.credits = credits;
        this.db = db;
    }

    /** The loans of a point on which too much was paid, with how much on a day. */
    public List<Overpaid> of(long pointId, LocalDate day) {
        var loans = db.sql(PAID_OFF)
                .param("point", pointId)
                .param("most", MOST)
                .query((row, n) -> new Overpaid(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getObject("group_id", Long.class),
                        new Borrower(
                                row.getLong("person_id"), row.getString("full_name"), row.getString("identity_last4")),
                        Dong.ZERO))
                .list();
        var standing = credits.read(loans.stream().map(Overpaid::loanId).toList(), day);
        return loans.stream()
                .map(each -> {
                    var known = standing.get(each.loanId());
                    return each.owed(known == null ? Dong.ZERO : known.credit());
                })
                .filter(each -> each.credit().isPositive())
                .toList();
    }

    /**
     * Pays a part of a loan's credit out.
     *
     * @param line made by the client: paid at most once
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN} when the loan is not of the header's point, {@link
     *     LoanRefusal#CREDIT_ABOVE_OVERPAID}
     */
    public Voucher pay(Journal.Header header, UUID line, long loan, Dong amount) {
        var voucher = credits.payOut(header, line, loan, amount);
        db.sql(ADD)
                .param("loan", loan)
                .param("point", header.pointId())
                .param("amount", amount.amount())
                .param("day", header.businessDate())
                .param("submission", header.submission())
                .update();
        return voucher;
    }

    /** Notes that what a journal paid out was taken back by another submission, which posts it. */
    public void takenBack(long journal, UUID submission, LocalDate day) {
        db.sql(TAKE_BACK)
                .param("journal", journal)
                .param("submission", submission)
                .param("day", day)
                .update();
    }

    /** A loan on which too much was paid. */
    public record Overpaid(
            long loanId, String code, @Nullable Long groupId, Borrower borrower, Dong credit) {

        Overpaid owed(Dong credit) {
            return new Overpaid(loanId, code, groupId, borrower, credit);
        }
    }

    /** Whose it is. */
    public record Borrower(long id, String name, String last4) {}
}
