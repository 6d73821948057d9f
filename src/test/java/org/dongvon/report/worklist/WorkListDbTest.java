package org.dongvon.report.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Language;
import org.dongvon.support.Golden;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/**
 * The lists over five loans of 100 million near-poor households, paid out on 15/11/2025 in three instalments due each year
 * on the 15th; docs/domain/work-lists.md.
 */
@PostgresTest
class WorkListDbTest {

    private static int villages;

    private final ApplicationContext beans;
    private final WorkListPages pages;
    private final WorkLists lists;
    private final OwnerDb owner;

    private LoanVillage home;

    WorkListDbTest(ApplicationContext beans, WorkListPages pages, WorkLists lists, OwnerDb owner) {
        this.beans = beans;
        this.pages = pages;
        this.lists = lists;
        this.owner = owner;
    }

    @BeforeEach
    void village() {
        villages++;
        home = new LoanVillage(beans, "LIST" + villages);
    }

    @Test
    void everyListAnswersAndSaysHowLongItIs() {
        for (var list : lists.all()) {
            var shown = pages.show(director(), list.code(), "");
            assertThat(shown.counted().rows())
                    .as(list.code())
                    .isEqualTo(shown.rows().size());
            assertThat(list.homes()).as(list.code()).contains(list.owner());
            assertThat(list.readers()).as(list.code()).containsAll(list.homes());
        }
    }

    @Test
    void everyListIsTakenOutAsASheetOfItsColumns() {
        setDay(LocalDate.of(2026, 10, 1));
        var files = beans.getBean(WorkListFile.class);
        for (var list : lists.all()) {
            var sheet = files.sheet(Language.VI, pages.whole(director(), list.code()));
            assertThat(sheet.columns())
                    .as(list.code())
                    .hasSize(4 + list.columns().size());
            assertThat(sheet.rows()).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(sheet.columns()));
        }
        var sheet = files.sheet(Language.VI, pages.whole(director(), "due-next-month"));
        assertThat(sheet.columns())
                .containsExactly("Số", "Người vay", "Nội dung", "Tổ TK&VV", "Đến hạn", "Phải trả", "Dư nợ");
        assertThat(sheet.rows()).hasSize(5);
        assertThat(sheet.rows().getFirst().cells())
                .contains(new Dong(33_300_000), LocalDate.of(2026, 11, 15))
                .doesNotContainNull();
    }

    @Test
    void inactiveIsWhoPaidNothingSinceBeforeTheSameDayThreeMonthsAgo() {
        for (var row : Golden.rows("work-lists/inactive")) {
            setAllPaidOut(row.date("last_transaction"));
            setDay(row.date("today"));

            var found = codes("inactive");

            assertThat(found.contains(home.loan(0)))
                    .as("%s", row)
                    .isEqualTo(row.text("inactive").equals("yes"));
        }
    }

    @Test
    void whoPaidIsActiveAndTheFrozenAndStudentsAreLeftOut() {
        home.pay(0, 100_000, 0);
        setDay(LocalDate.of(2026, 3, 14));
        assertThat(codes("inactive")).containsExactly(home.loan(1), home.loan(2), home.loan(3), home.loan(4));
        setDay(LocalDate.of(2026, 3, 15));
        assertThat(codes("inactive")).doesNotContain(home.loan(0)).hasSize(4);
        setDay(LocalDate.of(2026, 3, 16));
        assertThat(codes("inactive")).contains(home.loan(0)).hasSize(5);

        owner.sql("update loan.part set part = 'FROZEN' where loan_id = :loan")
                .param("loan", home.group.loans().get(1))
                .update();
        owner.sql("""
                update loan.loan set programme_id = (select id from programme.programme where code = 'HSSV'),
                       interest_due_from = '2026-03-17' where id = :loan
                """).param("loan", home.group.loans().get(2)).update();
        assertThat(codes("inactive")).containsExactly(home.loan(3), home.loan(4), home.loan(0));
        setDay(LocalDate.of(2026, 3, 17));
        assertThat(codes("inactive")).contains(home.loan(2));
    }

    @Test
    void arrearsAreHighWhenMoreThanSixMonthsOfInterestAreOwed() {
        int original = owner.sql("select series_id from loan.part where loan_id = :loan")
                .param("loan", home.group.loans().getFirst())
                .query(Integer.class)
                .single();
        for (var row : Golden.rows("work-lists/high-arrears")) {
            var rate = new BigDecimal(row.text("rate")).movePointRight(6).longValueExact();
            openSeries(rate);
            try {
                owe(row, rate);
                setDay(row.date("today"));

                var found = rows("high-arrears").stream()
                        .filter(each -> each.subject().code().equals(home.loan(0)))
                        .toList();

                assertThat(!found.isEmpty())
                        .as("%s", row)
                        .isEqualTo(row.text("high").equals("yes"));
                found.forEach(each -> assertThat(each.amount()).isEqualTo(new Dong(Long.parseLong(row.text("owed")))));
            } finally {
                setSeries(original);
                owner.sql("delete from programme.rate_change where series_id = 9999")
                        .update();
                owner.sql("delete from programme.rate_series where id = 9999").update();
            }
        }
    }

    private void openSeries(long rate) {
        owner.sql("""
                insert into programme.rate_series (id, code, programme_id, class)
                select 9999, 'ARREARS', min(id), 'PRIORITY' from programme.programme
                """).update();
        owner.sql("""
                insert into programme.rate_change (series_id, valid_from, in_term, overdue, applies_to, mark, day_mark, note_vi)
                values (9999, '2020-01-01', :rate, :rate * 13 / 10, 'NEW_AND_EXISTING', 'UNSURE', 'UNSURE', 'thử')
                """).param("rate", rate).update();
    }

    private void setSeries(int series) {
        owner.sql("update loan.part set series_id = :series where loan_id = :loan")
                .param("series", series)
                .param("loan", home.group.loans().getFirst())
                .update();
    }

    /** The first loan with another principal, whose interest is paid until a day. */
    private void owe(Golden.Row row, long rate) {
        long days =
                row.date("paid_until").toEpochDay() - LocalDate.of(2020, 1, 1).toEpochDay();
        setSeries(9999);
        owner.sql("""
                update loan.part set principal = :p, constant = -cast(:p as numeric) * :index where loan_id = :loan
                """)
                .param("p", Long.parseLong(row.text("principal")))
                .param("index", rate * days)
                .param("loan", home.group.loans().getFirst())
                .update();
    }

    @Test
    void whatFallsDueNextMonthIsLessWhatWasRepaidAhead() {
        setDay(LocalDate.of(2026, 9, 30));
        assertThat(codes("due-next-month")).isEmpty();
        setDay(LocalDate.of(2026, 10, 1));
        assertThat(rows("due-next-month")).hasSize(5).allMatch(row -> amount(row) == 33_300_000L);

        setDay(LoanVillage.TODAY);
        home.pay(0, 0, 3_300_000);
        home.pay(1, 0, 33_300_000);
        setDay(LocalDate.of(2026, 10, 31));
        assertThat(rows("due-next-month").stream().map(WorkListDbTest::amount).sorted())
                .containsExactly(30_000_000L, 33_300_000L, 33_300_000L, 33_300_000L);
    }

    @Test
    void aSessionThatWasMovedMovesWhatFallsDueThere() {
        owner.sql(
                        "insert into organisation.session_date_change (point_id, nominal, actual, reason) values (:point, '2026-11-15', '2026-12-01', 'bão')")
                .param("point", home.village.point)
                .update();
        setDay(LocalDate.of(2026, 10, 31));
        assertThat(codes("due-next-month")).isEmpty();
        setDay(LocalDate.of(2026, 11, 30));
        assertThat(codes("due-next-month")).hasSize(5);
        assertThat(codes("unpaid-instalments")).isEmpty();
        setDay(LocalDate.of(2026, 12, 1));
        assertThat(codes("unpaid-instalments")).hasSize(5);
    }

    @Test
    void whatHasFallenDueIsUnpaidUntilItIsPaidOrOverdue() {
        home.pay(0, 0, 33_300_000);
        home.pay(1, 0, 33_299_999);
        setDay(LocalDate.of(2026, 11, 14));
        assertThat(codes("unpaid-instalments")).isEmpty();
        setDay(LocalDate.of(2026, 11, 15));
        assertThat(rows("unpaid-instalments").stream()
                        .map(WorkListDbTest::amount)
                        .sorted())
                .containsExactly(1L, 33_300_000L, 33_300_000L, 33_300_000L);
    }

    @Test
    void newLoansWithoutACheckAreListedFromTheTwentiethDay() {
        setDay(LoanVillage.PAID_OUT.plusDays(19));
        assertThat(codes("use-checks")).isEmpty();
        setDay(LoanVillage.PAID_OUT.plusDays(20));
        assertThat(rows("use-checks")).hasSize(5).allMatch(row -> row.day().equals(LoanVillage.PAID_OUT.plusDays(30)));
    }

    @Test
    void sessionsStayListedUntilTheyAreClosed() {
        assertThat(rows("open-sessions"))
                .singleElement()
                .satisfies(row -> assertThat(row.day()).isEqualTo(LoanVillage.TODAY));
        setDay(LoanVillage.TODAY.plusDays(1));
        assertThat(pages.show(director(), "open-sessions", "").counted().past()).isEqualTo(1);
    }

    @Test
    void aDepositOutlivesTheLoan() {
        home.save(0, 50_000);
        assertThat(rows("closed-deposits")).isEmpty();
        owner.sql("update loan.loan set stage = 'CLOSED', closed_on = '2025-12-15' where id = :loan")
                .param("loan", home.group.loans().getFirst())
                .update();
        assertThat(rows("closed-deposits"))
                .singleElement()
                .satisfies(row -> assertThat(amount(row)).isEqualTo(50_000));
    }

    @Test
    void anotherAssociationsStaffAndAnotherGroupsHeadSeeNothing() {
        setDay(LocalDate.of(2026, 5, 18));
        for (var code : List.of("inactive", "use-checks", "overdue", "high-arrears", "due-next-month")) {
            assertThat(pages.show(association("HND"), code, "").rows()).as(code).isEmpty();
        }
        assertThat(pages.show(association("HPN"), "inactive", "").rows()).hasSize(5);
        assertThat(pages.home(association("HPN")).lists())
                .extracting(each -> each.list().code())
                .contains("inactive", "use-checks");
    }

    @Test
    void aLongListIsReadPageByPage() {
        setDay(LocalDate.of(2026, 5, 18));
        var all = rows("inactive");
        var next = lists.rows(
                find("inactive"), LocalDate.of(2026, 5, 18), all.get(1).at(), 10);
        assertThat(beans.getBean(Transactions.class)
                        .read(
                                director(),
                                () -> lists.rows(
                                        find("inactive"),
                                        LocalDate.of(2026, 5, 18),
                                        all.get(1).at(),
                                        10)))
                .isEqualTo(all.subList(2, 5));
        assertThat(next).as("without a scope there are no rows").isEmpty();
        assertThat(WorkLists.Place.of(all.get(1).at().toString()))
                .isEqualTo(all.get(1).at());
        assertThat(WorkLists.Place.of("x.y")).isEqualTo(WorkLists.Place.BEGINNING);
    }

    private WorkList find(String code) {
        return lists.find(code).orElseThrow();
    }

    private List<WorkLists.WorkRow> rows(String code) {
        return pages.show(director(), code, "").rows();
    }

    private List<String> codes(String code) {
        return rows(code).stream().map(row -> row.subject().code()).toList();
    }

    private static long amount(WorkLists.WorkRow row) {
        return Objects.requireNonNull(row.amount()).amount();
    }

    private Actor director() {
        return home.village.director;
    }

    private Actor association(String association) {
        return new Actor(
                7,
                7,
                "hoi",
                "Hội",
                Role.ASSOCIATION_STAFF,
                home.village.office,
                Scope.of(home.village.direct, home.village.point).narrowedTo(Narrowing.ofAssociation(association)));
    }

    /** The open day, which only a test may put back. */
    private void setDay(LocalDate day) {
        owner.sql("alter table organisation.business_day disable trigger business_day_only_forward")
                .update();
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", home.village.office)
                .update();
        owner.sql("alter table organisation.business_day enable trigger business_day_only_forward")
                .update();
    }

    /** As if the loans had been paid out on another day. */
    private void setAllPaidOut(LocalDate day) {
        owner.sql("alter table loan.movement disable trigger movement_append_only")
                .update();
        owner.sql("update loan.movement set value_date = :day where loan_id = any (:loans)")
                .param("day", day)
                .param("loans", home.group.loans().toArray(Long[]::new))
                .update();
        owner.sql("alter table loan.movement enable trigger movement_append_only")
                .update();
        owner.sql("update loan.loan set disbursed_on = :day, interest_due_from = :day where id = any (:loans)")
                .param("day", day)
                .param("loans", home.group.loans().toArray(Long[]::new))
                .update();
    }
}
