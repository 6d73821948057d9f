package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.Stage;
import org.dongvon.loan.risk.Dossiers.LoanAtRisk;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The group head or the credit officer writes down what a borrower at risk asks for (01/XLN); it stays a draft until it
 * is submitted to the commune.
 */
@Service
public class WriteDossier {

    // One open dossier a loan: whoever writes one holds the loan.
    private static final String LOAN = """
            select l.id, l.code, l.point_id, b.day,
                   exists (select from loan.risk_dossier d
                            where d.loan_id = l.id and d.step not in ('DECIDED', 'REFUSED', 'WITHDRAWN')) as open, coalesce(f.months, 0) as months,
                   coalesce(f.ended_on is null and f.until_date > b.day, false) as runs,
                   coalesce(f.ended_on is null and f.from_date > b.day, false) as waits
              from loan.loan l
              join organisation.point pt on pt.id = l.point_id
              join organisation.business_day b on b.office_id = pt.office_id
              left join lateral (select z.months, z.from_date, z.until_date, z.ended_on from loan.freeze z
                                  where z.loan_id = l.id
                                  order by z.seq desc
                                  limit 1) f on true
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
               for no key update of l
            """;

    private final Dossiers dossiers;
    private final Repayments repayments;
    private final Programmes programmes;
    private final Submissions submissions;
    private final JdbcClient db;

    WriteDossier(
            Dossiers dossiers, Repayments repayments, Programmes programmes, Submissions submissions, JdbcClient db) {
        this.dossiers = dossiers;
        this.repayments = repayments;
        this.programmes = programmes;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Writes a draft; returns its code.
     *
     * @throws Refused {@link RiskRefusal}, {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public String run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.WriteDossier", wish.content());
        return submissions
                .once(actor, submission, Draft.class, () -> {
                    if (!AddEvidence.WRITERS.contains(actor.role())) {
                        throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
                    }
                    var loan = loan(wish.loan());
                    new RiskRules(programmes.current().parameters(), loan.today()).check(wish.asked(), loan.before());
                    return new Submissions.Done<>(loan.pointId(), loan.today(), new Draft(dossiers.write(wish, loan)));
                })
                .code();
    }

    private LoanAtRisk loan(String code) {
        var found = db.sql(LOAN)
                .param("code", code)
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getObject("day", LocalDate.class),
                        new RiskRules.Before(row.getInt("months"), row.getBoolean("runs"), row.getBoolean("waits")),
                        row.getBoolean("open")))
                .optional()
                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
        if (found.open()) {
            throw new Refused(RiskRefusal.RISK_OPEN_ALREADY, code);
        }
        var desk = repayments.read(List.of(found.id()));
        var balance = desk.balances().get(found.id());
        if (balance == null || balance.header().stage() != Stage.ACTIVE) {
            throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, code);
        }
        return new LoanAtRisk(
                found.id(),
                code,
                found.pointId(),
                found.today(),
                balance.outstanding(),
                desk.interestOn(balance, found.today()).asked(),
                found.before());
    }

    /**
     * What a borrower asks for.
     *
     * @param usedRightly whether the loan was used as agreed by somebody who was entitled to it
     */
    public record Wish(UUID key, String loan, RiskRules.Asked asked, Words words, boolean usedRightly) {

        /**
         * The wish.
         *
         * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}, {@link RiskRefusal#RISK_LOAN_MISUSED}
         */
        public Wish {
            boolean writeOff = asked.measure() == Measure.WRITE_OFF;
            if (writeOff != (asked.months() == 0) || asked.months() < 0) {
                throw new Refused(RiskRefusal.RISK_INCOMPLETE);
            }
            if (!usedRightly) {
                throw new Refused(RiskRefusal.RISK_LOAN_MISUSED, loan);
            }
        }

        String content() {
            return loan + " " + asked.cause() + " " + asked.loss().damage().amount() + " "
                    + asked.loss().project().amount() + " " + asked.measure() + " " + asked.months() + "\n"
                    + words.income() + "\n" + words.plan();
        }
    }

    /** What the borrower can earn, and how the debt shall be paid. */
    public record Words(String income, String plan) {

        private static final int LONGEST = 500;

        /**
         * The words in one spelling.
         *
         * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}
         */
        public Words {
            income = Said.of(income, Said.SHORTEST, LONGEST);
            plan = Said.of(plan, Said.SHORTEST, LONGEST);
        }
    }

    private record Found(long id, long pointId, LocalDate today, RiskRules.Before before, boolean open) {}

    record Draft(String code) {}
}
