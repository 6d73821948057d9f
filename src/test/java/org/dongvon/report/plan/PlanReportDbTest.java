package org.dongvon.report.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.capital.plan.Months;
import org.dongvon.capital.plan.PlanVillage;
import org.dongvon.group.MoveMembers;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Units;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.plan.PlanStatement.Figures;
import org.dongvon.report.plan.PlanStatement.Line;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The plan against what is out, from an office down to a hamlet. docs/domain/plan.md. */
@PostgresTest
class PlanReportDbTest {

    private static final long MILLION = 1_000_000;
    private static final LocalDate NEXT = Village.FIRST_DAY.plusMonths(1);
    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final ApplicationContext beans;
    private final PlanReport report;
    private final OwnerDb owner;

    PlanReportDbTest(ApplicationContext beans, PlanReport report, OwnerDb owner) {
        this.beans = beans;
        this.report = report;
        this.owner = owner;
    }

    @Test
    void whatALoanRepaysIsAsComputedByHand() {
        var rows = Golden.read("plan/due");

        var computed = rows.stream()
                .skip(1)
                .map(row -> List.of(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        owner.sql(
                                        "select " + PlanFigures.DUE_OF_LOAN
                                                + " from (values (cast(:amount as bigint))) l (amount),"
                                                + " (values (cast(:in_term as bigint))) b (in_term), (values (cast(:through as bigint))) x (through)")
                                .param("amount", Long.parseLong(row.get(0)))
                                .param("in_term", Long.parseLong(row.get(1)))
                                .param("through", Long.parseLong(row.get(2)))
                                .query(String.class)
                                .single()));

        assertThat(computed).containsExactlyElementsOf(rows.subList(1, rows.size()));
    }

    /** Five loans of 50 million were paid out, two of 40 are promised; 300 of 400 million are the point's. */
    @Test
    void tellsWhatIsExecutedPromisedAndLeft() {
        var plan = lived();

        var office = at(plan, plan.office, NEXT);
        assertThat(office.asOf()).isEqualTo(Village.FIRST_DAY);
        assertThat(office.forecast()).isTrue();
        assertThat(office.lines()).singleElement().satisfies(line -> {
            assertThat(line.programme() + " " + line.source()).isEqualTo("GQVL CENTRAL");
            assertThat(line.figures())
                    .isEqualTo(new Figures(400 * MILLION, 400 * MILLION, 250 * MILLION, 80 * MILLION, 0, 0));
            assertThat(line.figures().left()).isEqualTo(70 * MILLION);
            assertThat(line.figures().percent()).isEqualByComparingTo("62.5");
            assertThat(line.figures().forecast()).isEqualTo(330 * MILLION);
            assertThat(line.documents()).isEqualTo("131/2002/QĐ-TTg");
        });
        assertThat(office.byPlace()).singleElement().satisfies(line -> {
            assertThat(line.place()).isEqualTo(plan.point);
            assertThat(line.figures().left()).isEqualTo(-30 * MILLION);
        });
        assertThat(office.byMonth()).hasSize(12);
        assertThat(office.byMonth().get(2).executed()).isZero();
        assertThat(office.byMonth().get(3).executed()).isEqualTo(250 * MILLION);
        assertThat(office.byMonth().get(3).target()).isEqualTo(400 * MILLION);
        assertThat(office.byMonth().get(4).executed()).isNull();
        assertThat(office.only("HONGHEO", "").lines()).isEmpty();
        assertThat(office.only("GQVL", "CENTRAL").total()).isEqualTo(office.total());
        assertThat(office.rows()).contains(PlanStatement.Row.of("line", "GQVL:CENTRAL", "left", 70 * MILLION));
    }

    private PlanVillage lived() {
        var village = Village.in(beans, "KB" + VILLAGES.incrementAndGet());
        var day = VillageDay.open(beans, village);
        day.lend(1, 5, "GQVL");
        village.group(2, 2, "GQVL", 40 * MILLION, Village.FIRST_DAY);
        owner.sql("update \"group\".credit_group set hamlet = 'khu 2' where code = :code")
                .param("code", code(village) + "-T2")
                .update();
        var plan = new PlanVillage(beans, village);
        plan.give(plan.province, Map.of(plan.province, 400L));
        plan.give(plan.province, Map.of(plan.office, 400L));
        plan.give(plan.office, Map.of(plan.point, 300L));
        plan.give(plan.point, new Months(4, 12), Map.of("khu 1", 260L));
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
        return plan;
    }

    private String code(Village village) {
        return beans.getBean(Units.class).get(village.office).code();
    }

    @Test
    void belowACommuneItIsToldByHamlet() {
        var plan = lived();

        var point = at(plan, plan.point, Village.FIRST_DAY);

        assertThat(point.places()).extracting(Line::hamlet).containsExactly("khu 1", "khu 2");
        assertThat(point.places().getFirst().figures())
                .isEqualTo(new Figures(260 * MILLION, 260 * MILLION, 250 * MILLION, 0, 0, 0));
        assertThat(point.places().getLast().figures()).isEqualTo(new Figures(null, null, 0, 80 * MILLION, 0, 0));
        assertThat(point.total().executed()).isEqualTo(250 * MILLION);
    }

    /** A member of khu 1 goes to the group of khu 2 on the second day: the first day keeps what it was. */
    @Test
    void aLoanCountsInTheHamletOfItsDay() {
        var plan = lived();
        var village = plan.village;
        var second = Village.FIRST_DAY.plusDays(1);
        beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
            beans.getBean(MoveMembers.class)
                    .into(
                            number(village, "select id from \"group\".credit_group where code = :code", "-T2"),
                            List.of(number(
                                    village,
                                    "select max(m.id) from \"group\".member m join \"group\".credit_group g on g.id = m.group_id where g.code = :code",
                                    "-T1")),
                            second);
            return true;
        });
        VillageDay.close(beans, village, second);

        assertThat(at(plan, plan.point, Village.FIRST_DAY).places())
                .extracting(line -> line.hamlet() + " " + line.figures().executed() / MILLION)
                .containsExactly("khu 1 250", "khu 2 0");
        assertThat(at(plan, plan.point, second).places())
                .extracting(line -> line.hamlet() + " " + line.figures().executed() / MILLION)
                .containsExactly("khu 1 200", "khu 2 50");
    }

    private long number(Village village, String sql, String group) {
        return owner.sql(sql)
                .param("code", code(village) + group)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    @Test
    void aboveAnOfficeItIsToldByOffice() {
        var plan = lived();

        var province = at(plan, plan.province, Village.FIRST_DAY);

        assertThat(province.places()).singleElement().satisfies(line -> {
            assertThat(line.place()).isEqualTo(plan.office);
            assertThat(line.figures().executed()).isEqualTo(250 * MILLION);
        });
    }

    /** The first of three yearly instalments of each loan of 50 million falls due a year later: 16 666 667 or so. */
    @Test
    void whatFallsDueByTheMonthsEndIsForecastOnTheNewestClosedDayAlone() {
        var plan = lived();
        var due = owner.sql("""
                        select sum(i.amount) from loan.instalment i join loan.loan l on l.id = i.loan_id
                         where l.point_id = :point and i.seq = 1
                        """)
                .param("point", plan.village.point)
                .query(Long.class)
                .single();
        owner.sql("update organisation.business_day set day = date '2025-04-02' where office_id = :office")
                .param("office", plan.village.office)
                .update();

        var now = at(plan, plan.office, LocalDate.of(2025, 4, 1));
        assertThat(now.forecast()).isTrue();
        assertThat(now.total().due()).isEqualTo(due).isPositive();
        assertThat(now.total().forecast()).isEqualTo(330 * MILLION - due);
        assertThat(now.total().target()).isNull();
        var before = at(plan, plan.office, LocalDate.of(2025, 3, 31));
        assertThat(before.forecast()).isFalse();
        assertThat(before.total().due()).isZero();
    }

    @Test
    void aUnitThatIsNotWhollyInScopeIsUnknown() {
        var plan = lived();
        var unit = beans.getBean(Units.class).byCode(plan.office);
        var commune = new Actor(1, 1, "xa", "Ủy ban", Role.COMMUNE_OFFICIAL, 0, Scope.of(plan.village.point));

        assertThatThrownBy(() -> report.run(commune, new ReportRequest(unit, NEXT, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(OrganisationRefusal.UNKNOWN_UNIT));
        var own = report.run(
                commune, new ReportRequest(beans.getBean(Units.class).byCode(plan.point), NEXT, Optional.empty()));
        assertThat(own.total().target()).isEqualTo(300 * MILLION);
    }

    private PlanStatement at(PlanVillage plan, String unit, LocalDate day) {
        return report.run(
                plan.manager, new ReportRequest(beans.getBean(Units.class).byCode(unit), day, Optional.empty()));
    }
}
