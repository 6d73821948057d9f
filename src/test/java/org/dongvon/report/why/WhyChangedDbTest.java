package org.dongvon.report.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.why.Changed.Balance;
import org.dongvon.report.why.Changed.Of;
import org.dongvon.report.why.Changed.Period;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Five loans of 100 million paid out on 15/11/2025, payments on 15/12/2025 and 15/01/2026. */
@PostgresTest
class WhyChangedDbTest {

    private static final String SUM = """
            select coalesce(sum(m.principal), 0) from loan.movement m join ledger.journal j on j.id = m.journal_id
             where m.point_id = :point and j.business_date <= :day
            """;

    private final WhyChanged why;
    private final OwnerDb owner;
    private final LoanVillage home;

    WhyChangedDbTest(WhyChanged why, OwnerDb owner, ApplicationContext beans) {
        this.why = why;
        this.owner = owner;
        this.home = new LoanVillage(
                beans,
                "WHY"
                        + owner.sql("select count(*) from loan.loan")
                                .query(Long.class)
                                .single());
        home.pay(0, 634_389, 10_000_000);
        home.pay(1, 100_000, 0);
        home.moveTo(LoanVillage.TODAY.plusMonths(1));
        home.pay(0, 0, 20_000_000);
    }

    @Test
    void opensMovesAndClosesToTheDong() {
        var changed = why.of(home.village.director, Of.LOAN, home.loan(0), december(15, 15));

        assertThat(changed.opening()).isEqualTo(balance(100_000_000));
        assertThat(changed.moves()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo("REPAYMENT");
            assertThat(each.lines()).isEqualTo(1);
            assertThat(each.change()).isEqualTo(balance(-10_000_000));
            assertThat(each.interest()).isEqualTo(new Dong(634_389));
        });
        assertThat(changed.closing()).isEqualTo(balance(90_000_000));
        assertThat(why.of(home.village.director, Of.LOAN, home.loan(0), january(16, 31))
                        .opening())
                .isEqualTo(balance(70_000_000));
    }

    @Test
    void agreesWithTheSumOfMovementsAtEachEnd() {
        for (var period : List.of(
                new Period(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30)), december(1, 15), december(16, 31))) {
            var point = why.of(home.village.director, Of.POINT, home.code + "-01", period);
            var group = why.of(home.village.director, Of.GROUP, home.groupCode(), period);

            assertThat(point.opening().outstanding().amount())
                    .isEqualTo(sum(period.from().minusDays(1)));
            assertThat(point.closing().outstanding().amount()).isEqualTo(sum(period.to()));
            assertThat(group.opening()).isEqualTo(point.opening());
            assertThat(group.moves()).isEqualTo(point.moves());
        }
    }

    @Test
    void eachLineLeadsToItsJournal() {
        var explained = why.explained(
                home.village.director,
                Of.GROUP,
                home.groupCode(),
                new WhyChanged.Asked(new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 15)), 0, "", 10));

        assertThat(explained.journals())
                .hasSize(3)
                .allMatch(each -> each.moves().kind().equals("REPAYMENT"));
        assertThat(Dong.sum(explained.journals().stream()
                        .map(each -> each.moves().change().outstanding())
                        .toList()))
                .isEqualTo(new Dong(-30_000_000));
    }

    @Test
    void whatIsOutOfScopeIsNotThere() {
        var other = new Actor(
                9,
                9,
                "hoi",
                "Hội",
                Role.ASSOCIATION_STAFF,
                home.village.office,
                Scope.of(home.village.point).narrowedTo(Narrowing.ofAssociation("HND")));
        for (var of : List.of(Of.LOAN, Of.GROUP, Of.POINT)) {
            var code = of == Of.LOAN ? home.loan(0) : of == Of.GROUP ? home.groupCode() : home.code + "-01";
            refused(WhyRefusal.WHY_UNKNOWN_SUBJECT, () -> why.of(other, of, code, december(1, 31)));
            refused(
                    WhyRefusal.WHY_UNKNOWN_SUBJECT,
                    () -> why.of(home.village.director, of, "KHONGCO", december(1, 31)));
        }
        refused(WhyRefusal.WHY_DAYS_TURNED, () -> december(2, 1));
    }

    private static void refused(WhyRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private long sum(LocalDate day) {
        return owner.sql(SUM)
                .param("point", home.village.point)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private static Period december(int from, int to) {
        return new Period(LocalDate.of(2025, 12, from), LocalDate.of(2025, 12, to));
    }

    private static Period january(int from, int to) {
        return new Period(LocalDate.of(2026, 1, from), LocalDate.of(2026, 1, to));
    }

    private static Balance balance(long amount) {
        return new Balance(new Dong(amount), Dong.ZERO);
    }
}
