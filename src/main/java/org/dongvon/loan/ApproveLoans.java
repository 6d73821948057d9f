package org.dongvon.loan;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Enters loans that the bank has approved, many in one statement. */
@Service
public class ApproveLoans {

    // Contracts made from the rule's day on: an unpaid instalment becomes overdue; before it, it is carried on.
    private static final String INSERT = """
            with new as (
                select shared.new_id('loan.loan_id') as id, n.*
                  from unnest(cast(:codes as text[]), cast(:households as bigint[]),
                              cast(:borrowers as bigint[]), cast(:groups as bigint[]),
                              cast(:members as bigint[]), cast(:programmes as smallint[]),
                              cast(:series as integer[]), cast(:allotments as bigint[]),
                              cast(:amounts as bigint[]), cast(:terms as smallint[]),
                              cast(:intervals as smallint[]), cast(:graces as smallint[]),
                              cast(:interest_graces as smallint[]), cast(:jobs as smallint[])) with ordinality
                           as n (code, household_id, borrower_id, group_id, member_id, programme_id, series_id, allotment_id,
                                 amount, term_months, interval_months, grace_months, interest_grace, jobs, ordinal)),
            loans as (
                insert into loan.loan
                       (id, point_id, code, household_id, borrower_id, group_id, member_id, association, programme_id,
                        series_id, contract_id, allotment_id, amount, approved_on, term_months, interval_months,
                        grace_months, interest_grace, unpaid_instalment, jobs, stage)
                select n.id, :point, n.code, n.household_id, n.borrower_id, n.group_id, n.member_id,
                       coalesce(g.association, 'NONE'), n.programme_id, n.series_id, a.contract_id, n.allotment_id,
                       n.amount, :approved_on, n.term_months, n.interval_months, n.grace_months, n.interest_grace,
                       :unpaid, n.jobs, 'APPROVED'
                  from new n
                  join capital.allotment a on a.id = n.allotment_id
                  left join "group".credit_group g on g.id = n.group_id)
            select id from new order by ordinal
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    ApproveLoans(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /**
     * Approves loans of one point on a day; the identifiers are in the order of the loans.
     *
     * @throws Refused when a loan's group, borrower or allotment is not in scope
     */
    public List<Long> run(long pointId, LocalDate approvedOn, List<NewLoan> loans) {
        return db.sql(INSERT)
                .param("point", pointId)
                .param("approved_on", approvedOn)
                .param("unpaid", programmes.current().parameters().value(ParameterCode.UNPAID_INSTALMENT, approvedOn))
                .param("codes", loans.stream().map(NewLoan::code).toArray(String[]::new))
                .param(
                        "households",
                        loans.stream().map(l -> l.borrower().householdId()).toArray(Long[]::new))
                .param(
                        "borrowers",
                        loans.stream().map(l -> l.borrower().personId()).toArray(Long[]::new))
                .param("groups", loans.stream().map(l -> l.borrower().groupId()).toArray(Long[]::new))
                .param(
                        "members",
                        loans.stream().map(l -> l.borrower().memberId()).toArray(Long[]::new))
                .param(
                        "programmes",
                        loans.stream().map(l -> (short) l.programmeId()).toArray(Short[]::new))
                .param("series", loans.stream().map(NewLoan::seriesId).toArray(Integer[]::new))
                .param("allotments", loans.stream().map(NewLoan::allotmentId).toArray(Long[]::new))
                .param("amounts", loans.stream().map(l -> l.amount().amount()).toArray(Long[]::new))
                .param(
                        "terms",
                        loans.stream().map(l -> (short) l.terms().months()).toArray(Short[]::new))
                .param(
                        "intervals",
                        loans.stream().map(l -> (short) l.terms().interval()).toArray(Short[]::new))
                .param(
                        "graces",
                        loans.stream().map(l -> (short) l.terms().grace()).toArray(Short[]::new))
                .param(
                        "interest_graces",
                        loans.stream()
                                .map(l -> (short) l.terms().interestGrace())
                                .toArray(Short[]::new))
                .param("jobs", loans.stream().map(l -> (short) l.jobs()).toArray(Short[]::new))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** A loan as approved: who, under which programme and rate series, out of which allotment, how much, how long. */
    public record NewLoan(
            String code,
            Borrower borrower,
            int programmeId,
            int seriesId,
            long allotmentId,
            Dong amount,
            Terms terms,
            int jobs) {}

    /** Who borrows; without group and member for a direct loan. */
    public record Borrower(
            long householdId,
            long personId,
            @Nullable Long groupId,
            @Nullable Long memberId) {}

    /** Term, interval of instalments, months without principal, months in which interest is not asked for. */
    public record Terms(int months, int interval, int grace, int interestGrace) {}
}
