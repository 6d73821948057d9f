package org.dongvon.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What pays a loan off on a day to come (tất toán), at the rates known now and when nothing is paid before: the closes of the
 * days in between are gone through as the office will, so that what falls due and a freeze that ends count from their day on.
 * Writes nothing; docs/domain/servicing.md.
 */
@Service
public class PayoffPreview {

    /** A request is of a year at most. */
    private static final int MOST_DAYS = 366;

    private static final String TERMS = """
            select l.unpaid_instalment = 'OVERDUE' as late, d.day,
                   (select max(f.until_date) from loan.freeze f where f.loan_id = l.id and f.ended_on is null) as frozen_until
              from loan.loan l
              join organisation.point p on p.id = l.point_id
              join organisation.business_day d on d.office_id = p.office_id
             where l.id = :loan and l.point_id <@ (select shared.scope())
            """;

    private static final String COMING = """
            select v.due_on, v.amount from loan.v_instalment v where v.loan_id = :loan order by v.due_on
            """;

    private final Repayments repayments;
    private final Programmes programmes;
    private final JdbcClient db;

    PayoffPreview(Repayments repayments, Programmes programmes, JdbcClient db) {
        this.repayments = repayments;
        this.programmes = programmes;
        this.db = db;
    }

    /**
     * The sums of some days in a row. Example: 30 000 000 đ lent on 18/03/2026 at 6.24 %, nothing paid: 31 872 000 đ on 18/03/2027,
     * and 31 877 642 đ a day later, when the first 10 000 000 đ are overdue.
     *
     * @param loanId of a loan in scope
     * @param from the first of the days; none for the open day
     * @throws Refused {@link LoanRefusal#LOAN_NOT_ACTIVE}, {@link LoanRefusal#PAYOFF_DAY_PAST}, {@link LoanRefusal#DAY_TOO_FAR}
     */
    public List<Payoff> of(long loanId, @Nullable LocalDate from, int days) {
        var loan = repayments.read(List.of(loanId)).balances().get(loanId);
        if (loan == null || loan.header().stage() != Stage.ACTIVE) {
            throw new Refused(
                    LoanRefusal.LOAN_NOT_ACTIVE,
                    loan == null ? loanId : loan.header().code());
        }
        var terms = terms(loanId);
        var first = from == null ? terms.today() : from;
        if (first.isBefore(terms.today())) {
            throw new Refused(LoanRefusal.PAYOFF_DAY_PAST, first, terms.today());
        }
        var last = terms.today().plusDays(MOST_DAYS);
        if (first.isAfter(last)) {
            throw new Refused(LoanRefusal.DAY_TOO_FAR, first, last);
        }
        var rates = programmes.current().rates();
        var result = new ArrayList<Payoff>(days);
        for (var day = terms.today(); result.size() < days; day = day.plusDays(1)) {
            if (!day.isBefore(first)) {
                result.add(Payoff.of(loan, day, rates));
            }
            loan = closed(loan, day, terms);
        }
        return result;
    }

    private Terms terms(long loanId) {
        var dues = db.sql(COMING)
                .param("loan", loanId)
                .query((row, n) -> new Due(row.getObject("due_on", LocalDate.class), row.getLong("amount")))
                .list();
        return db.sql(TERMS)
                .param("loan", loanId)
                .query((row, n) -> new Terms(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("late"),
                        row.getObject("frozen_until", LocalDate.class),
                        dues))
                .single();
    }

    /** The loan after the close of a day: first a freeze that ends, then what falls due. */
    private LoanBalance closed(LoanBalance loan, LocalDate day, Terms terms) {
        var rates = programmes.current().rates();
        var line = new LoanMovement.Line(new UUID(0, 0), 1);
        var after = loan;
        var frozen = loan.principal(Part.FROZEN);
        if (frozen.isPositive() && day.equals(terms.frozenUntil())) {
            boolean all = "OVERDUE".equals(programmes.current().parameters().value(ParameterCode.RISK_FREEZE_END, day));
            var due = all ? frozen : terms.unpaid(loan.principal(Part.IN_TERM).plus(frozen), day);
            after = loan.with(new DebtMoves(loan, line, day, rates).thaw(due));
        }
        if (terms.dues().stream().noneMatch(due -> due.day().equals(day))) {
            return after;
        }
        var unpaid = terms.unpaid(after.principal(Part.IN_TERM), day);
        return after.with(new DebtMoves(after, line, day, rates).overdue(unpaid));
    }

    private record Due(LocalDate day, long amount) {}

    private record Terms(
            LocalDate today, boolean late, @Nullable LocalDate frozenUntil, List<Due> dues) {

        /** How much of what is not overdue yet has fallen due by a day, by the contract's own rule. */
        Dong unpaid(Dong running, LocalDate day) {
            long toCome = dues.stream()
                    .filter(due -> due.day().isAfter(day))
                    .mapToLong(Due::amount)
                    .sum();
            return late || toCome == 0 ? running.minus(new Dong(toCome)).max(Dong.ZERO) : Dong.ZERO;
        }
    }

    /**
     * What pays a loan off on a day.
     *
     * @param overdue what of the principal is overdue by then
     */
    public record Payoff(LocalDate day, Dong principal, Dong overdue, Dong interest) {

        static Payoff of(LoanBalance loan, LocalDate day, RateBook rates) {
            return new Payoff(
                    day,
                    loan.outstanding(),
                    loan.principal(Part.OVERDUE),
                    loan.interestOn(day, rates).asked());
        }

        public Dong total() {
            return principal.plus(interest);
        }
    }
}
