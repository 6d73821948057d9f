package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.InstalmentState;
import org.dongvon.engine.schedule.Waterfall;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and changes the instalments of a running loan. */
@Repository
class LoanTerms {

    private static final String GET = """
            select l.id, l.code, l.point_id, pt.office_id, l.borrower_id, p.full_name, p.restricted, l.programme_id, l.series_id, l.amount,
                   l.term_months, l.interval_months, l.disbursed_on, l.stage, d.day,
                   (select coalesce(sum(t.principal) filter (where t.part <> 'WRITTEN_OFF'), 0) from loan.part t
                     where t.loan_id = l.id)::bigint as outstanding,
                   (select coalesce(sum(t.principal), 0) from loan.part t
                     where t.loan_id = l.id and t.part = 'OVERDUE')::bigint as overdue
              from loan.loan l
              join household.person p on p.id = l.borrower_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where l.code = :code and l.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or l.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or l.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or l.borrower_id = (select shared.scope_person()))
            """;

    private static final String LOCK = """
            select l.id from loan.loan l where l.code = :code and l.point_id <@ (select shared.scope()) for no key update
            """;

    // A session that was moved moves the due date with it.
    private static final String INSTALMENTS = """
            select v.seq, v.contract_date, v.due_on, v.amount from loan.v_instalment v where v.loan_id = :loan order by v.seq
            """;

    private static final String MOVE = """
            update loan.instalment set contract_date = :contract, due_date = :due where loan_id = :loan and seq = :seq
            """;

    private final JdbcClient db;

    LoanTerms(JdbcClient db) {
        this.db = db;
    }

    /**
     * A loan of the scope.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    Loan get(String code) {
        return find(code).orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code));
    }

    /**
     * A running loan, locked until the transaction ends.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    Loan lock(String code) {
        db.sql(LOCK).param("code", code).query((row, n) -> row.getLong("id")).optional();
        return running(code);
    }

    /**
     * A running loan.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    Loan running(String code) {
        var loan = get(code);
        if (!loan.standing().active()) {
            throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, code);
        }
        return loan;
    }

    Optional<Loan> find(String code) {
        return db.sql(GET)
                .param("code", code)
                .query((row, n) -> new Loan(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getLong("point_id"),
                        row.getLong("office_id"),
                        new Borrower(
                                row.getLong("borrower_id"), row.getString("full_name"), row.getBoolean("restricted")),
                        row.getInt("programme_id"),
                        row.getInt("series_id"),
                        new Terms(
                                new Dong(row.getLong("amount")),
                                row.getInt("term_months"),
                                row.getInt("interval_months"),
                                row.getObject("disbursed_on", LocalDate.class)),
                        new Standing(
                                row.getString("stage").equals("ACTIVE"),
                                new Dong(row.getLong("outstanding")),
                                new Dong(row.getLong("overdue"))),
                        row.getObject("day", LocalDate.class)))
                .optional();
    }

    /** The instalments with what of each is paid. */
    List<InstalmentState> instalments(Loan loan) {
        var instalments = db.sql(INSTALMENTS)
                .param("loan", loan.id())
                .query((row, n) -> new Instalment(
                        row.getInt("seq"),
                        row.getObject("contract_date", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        new Dong(row.getLong("amount"))))
                .list();
        var settled = loan.terms().amount().minus(loan.standing().outstanding());
        return new Waterfall(instalments, settled).states();
    }

    void move(Loan loan, int seq, LocalDate contract, LocalDate due) {
        db.sql(MOVE)
                .param("loan", loan.id())
                .param("seq", seq)
                .param("contract", contract)
                .param("due", due)
                .update();
    }

    record Borrower(long id, String fullName, boolean restricted) {}

    record Terms(Dong amount, int months, int interval, LocalDate disbursed) {}

    record Standing(boolean active, Dong outstanding, Dong overdue) {}

    record Loan(
            long id,
            String code,
            long pointId,
            long officeId,
            Borrower borrower,
            int programmeId,
            int seriesId,
            Terms terms,
            Standing standing,
            LocalDate today) {

        /** What requests are called by: the code, and the borrower where lists may say so. */
        String title() {
            return borrower.restricted() ? code : code + " · " + borrower.fullName();
        }

        /** Whom a page that shows it names. */
        List<Long> people() {
            return borrower.restricted() ? List.of() : List.of(borrower.id());
        }
    }
}
