package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.StudentTerm;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps students' courses, and lays the instalments of their loans down anew. */
@Repository
class Courses {

    private static final String FIND = """
            select c.starts, c.ends, c.service_months from loan.course c where c.loan_id = :loan
            """;

    private static final String SAVE = """
            insert into loan.course (loan_id, point_id, starts, ends, service_months)
            values (:loan, :point, :starts, :ends, :service)
                on conflict (loan_id) do update set starts = excluded.starts, ends = excluded.ends,
                   service_months = excluded.service_months
            """;

    private static final String TAKE_UP = """
            delete from loan.instalment where loan_id = :loan
            """;

    private static final String LAY_DOWN = """
            insert into loan.instalment (loan_id, seq, point_id, contract_date, due_date, amount)
            select :loan, n.seq, :point, n.contract_date, n.due_date, n.amount
              from unnest(cast(:seqs as smallint[]), cast(:contract_dates as date[]), cast(:due_dates as date[]),
                          cast(:amounts as bigint[])) as n (seq, contract_date, due_date, amount)
            """;

    private static final String DATE = """
            update loan.loan
               set interest_due_from = :first, term_months = :months, grace_months = :grace, interest_grace = :grace
             where id = :loan
            """;

    private final JdbcClient db;

    Courses(JdbcClient db) {
        this.db = db;
    }

    Optional<Course> find(Loan loan) {
        return db.sql(FIND)
                .param("loan", loan.id())
                .query((row, n) -> new Course(
                        row.getObject("starts", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getInt("service_months")))
                .optional();
    }

    /** Keeps the course and dates the loan by it. */
    void save(Loan loan, Course course, StudentTerm term, List<Instalment> instalments) {
        db.sql(SAVE)
                .param("loan", loan.id())
                .param("point", loan.pointId())
                .param("starts", course.starts())
                .param("ends", course.ends())
                .param("service", course.serviceMonths())
                .update();
        db.sql(TAKE_UP).param("loan", loan.id()).update();
        db.sql(LAY_DOWN)
                .param("loan", loan.id())
                .param("point", loan.pointId())
                .param(
                        "seqs",
                        instalments.stream().map(each -> (short) each.seq()).toArray(Short[]::new))
                .param(
                        "contract_dates",
                        instalments.stream()
                                .map(each -> each.contractDate().toString())
                                .toArray(String[]::new))
                .param(
                        "due_dates",
                        instalments.stream()
                                .map(each -> each.dueDate().toString())
                                .toArray(String[]::new))
                .param(
                        "amounts",
                        instalments.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .update();
        long wait = ChronoUnit.MONTHS.between(term.firstDisbursed(), term.firstDue());
        db.sql(DATE)
                .param("loan", loan.id())
                .param("first", instalments.getFirst().dueDate())
                .param("months", term.months())
                .param("grace", Math.min(wait, term.months() - 1))
                .update();
    }

    /** From when to when a student learns, and the months of service in the army after or in between. */
    record Course(LocalDate starts, LocalDate ends, int serviceMonths) {}
}
