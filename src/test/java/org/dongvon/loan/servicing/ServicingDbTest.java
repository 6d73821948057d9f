package org.dongvon.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.ApproveLoans;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.organisation.SpecialDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/**
 * Loans of 36 months, an instalment a year, paid out at the session of 18/03/2026; docs/domain/servicing.md. The first is
 * due on 18/03/2027, the last on 18/03/2029, and half of 36 months more is 18/09/2030.
 */
@PostgresTest
class ServicingDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 18);
    private static final LocalDate STARTS = LocalDate.of(2025, 9, 5);

    private final ApplicationContext beans;
    private final RequestChange request;
    private final DecideChange decide;
    private final SpecialDays specialDays;
    private final OwnerDb owner;

    private static int villages;

    private Village village;
    private Village.GroupOfLoans group;

    ServicingDbTest(
            ApplicationContext beans,
            RequestChange request,
            DecideChange decide,
            SpecialDays specialDays,
            OwnerDb owner) {
        this.beans = beans;
        this.request = request;
        this.decide = decide;
        this.specialDays = specialDays;
        this.owner = owner;
    }

    static List<Golden.Row> adjust() {
        return Golden.rows("servicing/adjust");
    }

    /** Each test in a village of its own: days only go forward. */
    @BeforeEach
    void loans() {
        villages++;
        village = Village.in(beans, "SERVICE" + villages, PAID_OUT, 18);
        long session = village.openSession(900_000_000);
        group = village.group(1, 2, "HONGHEO", 30_000_000, PAID_OUT);
        village.payOut(session, group);
    }

    @ParameterizedTest
    @MethodSource("adjust")
    void theRequestComesFiveWorkingDaysAhead(Golden.Row row) {
        var due = row.date("due");

        assertThat(specialDays.around(due).after(row.date("last"), 5)).isBeforeOrEqualTo(due);
        assertThat(specialDays.around(due).after(row.date("too_late"), 5)).isAfter(due);
    }

    @Test
    void anInstalmentMovesToTheNextOneAtMost() {
        var code = code(0);
        refused(ServicingRefusal.INSTALMENT_BEYOND_NEXT, () -> adjust(code, 1, LocalDate.of(2028, 3, 19)));
        refused(ServicingRefusal.INSTALMENT_NOT_LATER, () -> adjust(code, 1, LocalDate.of(2027, 3, 17)));
        refused(ServicingRefusal.LAST_INSTALMENT_IS_EXTENDED, () -> adjust(code, 3, LocalDate.of(2029, 4, 18)));
        refused(ServicingRefusal.UNKNOWN_INSTALMENT, () -> adjust(code, 4, LocalDate.of(2029, 4, 18)));
        refused(LoanRefusal.UNKNOWN_LOAN, () -> adjust("KHONGCO", 1, LocalDate.of(2029, 4, 18)));

        approve(adjust(code, 1, LocalDate.of(2027, 9, 20)));
        assertThat(instalments(code))
                .containsExactly(
                        "2027-09-20 2027-09-18 10000000",
                        "2028-03-18 2028-03-18 10000000",
                        "2029-03-18 2029-03-18 10000000");

        // Again, up to where the next one lies.
        approve(adjust(code, 1, LocalDate.of(2028, 3, 18)));
        assertThat(instalments(code)).first().isEqualTo("2028-03-18 2028-03-18 10000000");
    }

    @Test
    void theHouseholdAsksInTime() {
        owner.sql(
                        "update loan.instalment set contract_date = :due, due_date = :due where loan_id = any (:loans) and seq = 1")
                .param("due", LocalDate.of(2026, 3, 25))
                .param("loans", group.loans().toArray(Long[]::new))
                .update();
        long first = adjust(code(0), 1, LocalDate.of(2026, 9, 18));
        long second = adjust(code(1), 1, LocalDate.of(2026, 9, 18));

        set(LocalDate.of(2026, 3, 19));
        refused(ServicingRefusal.REQUEST_TOO_LATE, () -> adjust(code(1), 1, LocalDate.of(2026, 10, 18)));
        set(LocalDate.of(2026, 3, 24));
        approve(first);
        assertThat(instalments(code(0))).first().isEqualTo("2026-09-18 2026-09-18 10000000");
        set(LocalDate.of(2026, 3, 25));
        refused(ServicingRefusal.INSTALMENT_FALLEN_DUE, () -> approve(second));
    }

    @Test
    void aLoanIsExtendedByHalfOfItsTermAtMost() {
        var code = code(0);
        refused(ServicingRefusal.EXTENSION_TOO_LONG, () -> extend(code, LocalDate.of(2030, 9, 19)));
        refused(ServicingRefusal.EXTENSION_NOT_LATER, () -> extend(code, LocalDate.of(2029, 3, 17)));

        approve(extend(code, LocalDate.of(2029, 9, 18)));
        approve(extend(code, LocalDate.of(2030, 9, 18)));
        refused(ServicingRefusal.EXTENSION_TOO_LONG, () -> extend(code, LocalDate.of(2030, 9, 19)));

        assertThat(instalments(code)).last().isEqualTo("2030-09-18 2030-09-18 10000000");
        assertThat(owner.sql("select sum(amount) from loan.instalment where loan_id = :loan")
                        .param("loan", group.loans().get(0))
                        .query(Long.class)
                        .single())
                .isEqualTo(30_000_000);
    }

    @Test
    void anOverdueLoanIsNotExtendedNorAComputer() {
        owner.sql("update loan.loan set programme_id = 27 where id = :loan")
                .param("loan", group.loans().get(0))
                .update();
        refused(ServicingRefusal.EXTENSION_NOT_OF_PROGRAMME, () -> extend(code(0), LocalDate.of(2029, 9, 18)));

        set(LocalDate.of(2029, 3, 19));
        refused(ServicingRefusal.LOAN_IS_OVERDUE, () -> extend(code(1), LocalDate.of(2029, 9, 18)));
    }

    @Test
    void aStudentsLoanIsDatedByTheCourse() {
        var code = student();
        refused(ServicingRefusal.NOT_A_STUDENT_LOAN, () -> course(code(0), STARTS, LocalDate.of(2028, 6, 30), 0));
        refused(ServicingRefusal.COURSE_ENDS_BEFORE_IT_STARTS, () -> course(code, STARTS, STARTS, 0));
        refused(ServicingRefusal.COURSE_ENDS_BEFORE_LOAN, () -> course(code, STARTS, PAID_OUT, 0));
        refused(ServicingRefusal.SERVICE_TOO_LONG, () -> course(code, STARTS, LocalDate.of(2028, 6, 30), 37));

        approve(course(code, STARTS, LocalDate.of(2028, 6, 30), 0));
        assertThat(instalments(code))
                .containsExactly(
                        "2029-06-30 2029-06-18 7500000",
                        "2030-06-30 2030-06-18 7500000",
                        "2031-06-30 2031-06-18 7500000",
                        "2031-10-14 2031-09-18 7500000");
        assertThat(dates(code)).isEqualTo("2029-06-18 66 39");

        // The student drops out after a day and learns it: a short course, repaid in twice two days.
        approve(course(code, STARTS, PAID_OUT.plusDays(1), 0));
        assertThat(instalments(code))
                .containsExactly("2027-03-19 2027-03-18 15000000", "2027-03-23 2027-03-18 15000000");
        assertThat(dates(code)).isEqualTo("2027-03-18 12 11");
    }

    @Test
    void serviceInTheArmyMovesAllDates() {
        var code = student();
        approve(course(code, STARTS, LocalDate.of(2028, 6, 30), 24));
        assertThat(instalments(code)).first().isEqualTo("2031-06-30 2031-06-18 7500000");
        assertThat(instalments(code)).last().isEqualTo("2033-10-13 2033-09-18 7500000");
        approve(course(code, STARTS, LocalDate.of(2028, 6, 30), 36));
        assertThat(instalments(code)).first().isEqualTo("2032-06-30 2032-06-18 7500000");
    }

    @Test
    void aStudentsScheduleStaysOnceItHasFallenDue() {
        var code = student();
        set(LocalDate.of(2027, 3, 17));
        approve(course(code, STARTS, LocalDate.of(2028, 6, 30), 0));
        approve(course(code, STARTS, PAID_OUT.plusDays(1), 0));
        set(LocalDate.of(2027, 3, 18));
        refused(ServicingRefusal.STUDENT_LOAN_FALLEN_DUE, () -> course(code, STARTS, LocalDate.of(2028, 6, 30), 0));
    }

    @Test
    void aStudentsFirstDueDateLiesAhead() {
        var code = student();
        approve(course(code, STARTS, LocalDate.of(2028, 6, 30), 0));
        set(LocalDate.of(2027, 3, 18));
        refused(ServicingRefusal.STUDENT_FIRST_DUE_PASSED, () -> course(code, STARTS, PAID_OUT.plusDays(1), 0));
        approve(course(code, STARTS, PAID_OUT.plusMonths(2), 0));
        assertThat(instalments(code)).first().isEqualTo("2027-05-18 2027-05-18 15000000");
    }

    @Test
    void aShortTermLoanIsRolledOverForOneMoreCycle() {
        var code = shortTerm("HONGHEO", 8);
        refused(ServicingRefusal.ROLLOVER_SHORT_TERM_ONLY, () -> rollOver(code(0), LocalDate.of(2029, 9, 18)));
        refused(ServicingRefusal.ROLLOVER_TOO_LONG, () -> rollOver(code, LocalDate.of(2027, 7, 19)));
        refused(ServicingRefusal.EXTENSION_NOT_LATER, () -> rollOver(code, LocalDate.of(2026, 11, 17)));

        approve(rollOver(code, LocalDate.of(2027, 7, 18)));
        refused(ServicingRefusal.ROLLOVER_TOO_LONG, () -> rollOver(code, LocalDate.of(2027, 7, 19)));
        assertThat(instalments(code)).containsExactly("2027-07-18 2027-07-18 8000000");

        var water = shortTerm("NUOCSACH", 12);
        refused(ServicingRefusal.ROLLOVER_NOT_OF_PROGRAMME, () -> rollOver(water, LocalDate.of(2028, 3, 18)));

        var twelve = shortTerm("HONGHEO", 12);
        long asked = rollOver(twelve, LocalDate.of(2028, 3, 18));
        set(LocalDate.of(2027, 3, 19));
        refused(ServicingRefusal.LOAN_IS_OVERDUE, () -> approve(asked));
    }

    private long rollOver(String code, LocalDate day) {
        return ask(RollLoanOver.NAME, code, day);
    }

    /** A loan of 8 million in one instalment, paid out with the others. */
    private String shortTerm(String programme, int months) {
        var borrower = village.borrowers(10 + months + programme.length(), 1).getFirst();
        var code = "SERVICE" + villages + "-" + programme + months;
        var terms = new ApproveLoans.Terms(months, months, 0, 0);
        long loan = village.approve(code, borrower, programme, new Village.Sum(Dong.of(8_000_000), terms), PAID_OUT);
        village.payOut(session(), new Village.GroupOfLoans(0, List.of(), List.of(loan)));
        return code;
    }

    private long session() {
        return owner.sql("select id from session.session where point_id = :point")
                .param("point", village.point)
                .query(Long.class)
                .single();
    }

    /** A student's loan of 30 million, paid out with the others. */
    private String student() {
        village.payOut(session(), village.group(2, 1, "HSSV", 30_000_000, PAID_OUT));
        return "SERVICE" + villages + "-2-0";
    }

    private long course(String code, LocalDate starts, LocalDate ends, int service) {
        return ask(DateStudentLoan.NAME, code, DateStudentLoan.facts(new Courses.Course(starts, ends, service)));
    }

    /** The first day of interest, the term in months and the months without principal. */
    private String dates(String code) {
        return owner.sql("""
                        select interest_due_from || ' ' || term_months || ' ' || grace_months from loan.loan where code = :code
                        """).param("code", code).query(String.class).single();
    }

    private void set(LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    private String code(int number) {
        return "SERVICE" + villages + "-1-" + number;
    }

    private long adjust(String code, int seq, LocalDate day) {
        return ask(AdjustInstalment.NAME, code + ":" + seq, day);
    }

    private long extend(String code, LocalDate day) {
        return ask(ExtendLoan.NAME, code, day);
    }

    private long ask(String kind, String subject, LocalDate day) {
        return ask(kind, subject, Facts.none().date("contract", day));
    }

    private long ask(String kind, String subject, Facts wanted) {
        return request.run(
                officer(),
                new RequestChange.Proposal(
                        UUID.randomUUID(), kind, subject, wanted, new Basis("Bò bị dịch, chưa bán được", null, null)));
    }

    private void approve(long id) {
        decide.approve(village.director, UUID.randomUUID(), id);
    }

    private Actor officer() {
        var who = village.leader;
        return new Actor(
                who.id(),
                who.personId(),
                who.login(),
                who.name(),
                Role.CREDIT_OFFICER,
                village.office,
                Scope.of(village.direct, village.point));
    }

    private List<String> instalments(String code) {
        return beans.getBean(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> owner.sql("""
                        select i.contract_date || ' ' || i.due_date || ' ' || i.amount
                          from loan.instalment i join loan.loan l on l.id = i.loan_id
                         where l.code = :code order by i.seq
                        """)
                                .param("code", code)
                                .query(String.class)
                                .list());
    }

    private static void refused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
