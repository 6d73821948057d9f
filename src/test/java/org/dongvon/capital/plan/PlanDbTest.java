package org.dongvon.capital.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dongvon.capital.plan.PlanVillage.MILLION;
import static org.dongvon.capital.plan.PlanVillage.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Targets from a province to a hamlet, by two persons, never more below than above. docs/domain/plan.md. */
@PostgresTest
class PlanDbTest {

    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final AskPlan ask;
    private PlanVillage plan;

    PlanDbTest(ApplicationContext beans, OwnerDb owner, AskPlan ask) {
        this.beans = beans;
        this.owner = owner;
        this.ask = ask;
    }

    @BeforeEach
    void village() {
        plan = new PlanVillage(beans, Village.in(beans, "KH" + VILLAGES.incrementAndGet()));
    }

    @Test
    void aProvinceGivesItsOfficeWhichSplitsToPointsAndHamlets() {
        plan.give(plan.province, Map.of(plan.province, 5_000L));
        plan.give(plan.province, Map.of(plan.office, 1_000L));
        plan.give(plan.office, Map.of(plan.point, 600L, plan.office + "-00", 300L));
        plan.give(plan.point, Map.of("khu 1", 400L, "khu 2", 200L));

        assertThat(plan.target(plan.province, "", 12)).isEqualTo(5_000);
        assertThat(plan.target(plan.office, "", 12)).isEqualTo(1_000);
        assertThat(plan.target(plan.point, "", 4)).isEqualTo(600);
        assertThat(plan.target(plan.point, "khu 2", 12)).isEqualTo(200);
        assertThat(plan.target(plan.point, "", 3)).isEqualTo(-1);
    }

    @Test
    void nothingIsThereBeforeTheSecondPersonApproves() {
        long id = plan.ask(plan.line(plan.province), new Months(4, 12), Map.of(plan.province, 1L));

        assertThat(plan.target(plan.province, "", 12)).isEqualTo(-1);
        var makerAsManager =
                new Actor(9, plan.maker.personId(), "kh", "Bùi Thị Tâm", Role.MANAGER, 0, plan.maker.scope());
        assertRefused(
                () -> beans.getBean(DecideChange.class).approve(makerAsManager, UUID.randomUUID(), id),
                ChangeRefusal.OWN_CHANGE);
        plan.approve(id);
        assertThat(plan.target(plan.province, "", 12)).isEqualTo(1);
    }

    @Test
    void nobodySplitsMoreThanThereIs() {
        given();
        plan.give(plan.office, Map.of(plan.point, 600L, plan.office + "-00", 400L));
        assertRefused(
                () -> plan.give(plan.office, Map.of(plan.office + "-00", 401L)), CapitalRefusal.PLAN_ABOVE_PARENT);
        plan.give(plan.office, Map.of(plan.point, 599L, plan.office + "-00", 401L));
        assertThat(plan.target(plan.office + "-00", "", 12)).isEqualTo(401);
    }

    /** 5 000 for the province, of which 1 000 for the office. */
    private void given() {
        plan.give(plan.province, Map.of(plan.province, 5_000L));
        plan.give(plan.province, Map.of(plan.office, 1_000L));
    }

    @Test
    void whatWasSplitIsNotTakenBack() {
        given();
        plan.give(plan.office, Map.of(plan.point, 1_000L));
        assertRefused(() -> plan.give(plan.province, Map.of(plan.office, 999L)), CapitalRefusal.PLAN_BELOW_CHILDREN);
        assertRefused(() -> plan.give(plan.province, Map.of(plan.province, 999L)), CapitalRefusal.PLAN_BELOW_CHILDREN);
        plan.give(plan.office, Map.of(plan.point, 500L));
        plan.give(plan.province, Map.of(plan.office, 500L));
        assertRefused(() -> plan.give(plan.point, Map.of("khu 1", 501L)), CapitalRefusal.PLAN_ABOVE_PARENT);
        plan.give(plan.point, Map.of("khu 1", 500L));
        assertRefused(() -> plan.give(plan.office, Map.of(plan.point, 499L)), CapitalRefusal.PLAN_BELOW_CHILDREN);
    }

    @Test
    void eachMonthHasItsOwnTarget() {
        given();
        plan.give(plan.office, new Months(4, 6), Map.of(plan.point, 300L));
        plan.give(plan.office, new Months(7, 12), Map.of(plan.point, 900L));
        assertThat(plan.target(plan.point, "", 6)).isEqualTo(300);
        assertThat(plan.target(plan.point, "", 7)).isEqualTo(900);
        assertRefused(
                () -> plan.give(plan.point, new Months(6, 7), Map.of("khu 1", 301L)), CapitalRefusal.PLAN_ABOVE_PARENT);
        plan.give(plan.point, new Months(7, 7), Map.of("khu 1", 301L));
    }

    @Test
    void thereIsNothingToSplitWithoutATarget() {
        assertRefused(() -> plan.give(plan.province, Map.of(plan.office, 1L)), CapitalRefusal.PLAN_NOT_GIVEN);
        assertRefused(() -> plan.give(plan.office, Map.of(plan.point, 1L)), CapitalRefusal.PLAN_NOT_GIVEN);
        plan.give(plan.province, new Months(5, 12), Map.of(plan.province, 1L));
        assertRefused(
                () -> plan.give(plan.province, new Months(4, 12), Map.of(plan.office, 1L)),
                CapitalRefusal.PLAN_NOT_GIVEN);
        plan.give(plan.province, new Months(5, 12), Map.of(plan.office, 1L));
    }

    @Test
    void targetsGoToThoseDirectlyBelow() {
        given();
        assertRefused(() -> plan.give(plan.province, Map.of(plan.point, 1L)), CapitalRefusal.PLAN_UNIT_NOT_BELOW);
        assertRefused(() -> plan.give(plan.office, Map.of(plan.office, 1L)), CapitalRefusal.PLAN_UNIT_NOT_BELOW);
        assertRefused(
                () -> plan.give(plan.province, Map.of(plan.province, 5_000L, plan.office, 1L)),
                CapitalRefusal.PLAN_UNIT_NOT_BELOW);
        assertRefused(() -> plan.give(plan.office, Map.of()), CapitalRefusal.PLAN_EMPTY);
        assertRefused(
                () -> plan.ask("2024:" + plan.office + ":GQVL:NOTHING", new Months(4, 12), Map.of(plan.point, 1L)),
                CapitalRefusal.UNKNOWN_PLAN_LINE);
        assertRefused(
                () -> plan.ask("24:" + plan.office + ":GQVL:CENTRAL", new Months(4, 12), Map.of(plan.point, 1L)),
                CapitalRefusal.UNKNOWN_PLAN_LINE);
    }

    @Test
    void monthsThatAreOverKeepTheirTargets() {
        assertRefused(
                () -> plan.give(plan.province, new Months(3, 12), Map.of(plan.province, 1L)),
                CapitalRefusal.PLAN_MONTH_OVER);
        for (int year : List.of(2023, 2026)) {
            assertRefused(
                    () -> plan.ask(
                            year + ":" + plan.province + ":GQVL:CENTRAL", new Months(4, 12), Map.of(plan.province, 1L)),
                    CapitalRefusal.PLAN_YEAR_OUTSIDE);
        }
        plan.ask("2025:" + plan.province + ":GQVL:CENTRAL", new Months(1, 12), Map.of(plan.province, 1L));
    }

    @Test
    void aUnitOfOthersIsUnknown() {
        var other = Village.in(beans, "KX" + VILLAGES.incrementAndGet());
        var stranger = new Actor(
                1, other.office * 1000 + 7, "la", "Người lạ", Role.ACCOUNTANT, other.office, other.director.scope());
        assertRefused(
                () -> beans.getBean(Transactions.class)
                        .read(
                                stranger,
                                () -> beans.getBean(PlanPages.class).find(PlanLine.parse(plan.line(plan.office)))),
                CapitalRefusal.UNKNOWN_PLAN_LINE);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanThereIs() {
        given();
        plan.give(plan.office, Map.of(plan.point, 600L));

        assertThatThrownBy(() -> more(plan.office + "-00", 401L))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("targets of 12/2024 sum to");
        assertThatThrownBy(() -> more(plan.office, 599L))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("targets of 12/2024 sum to");
        more(plan.office + "-00", 400L);
        assertThatThrownBy(() ->
                        owner.sql("update capital.plan_target set amount = 0").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    /** Another row of December, past every rule of the program. */
    private void more(String unit, long millions) {
        owner.sql("""
                        insert into capital.plan_target (point_id, points, year, programme_id, source, parent_id, unit_id, month, amount,
                                                         document_id, decided_on, submission)
                        select t.point_id, t.points, t.year, t.programme_id, t.source,
                               case when u.kind = 'OFFICE' then t.parent_id else t.unit_id end, u.id, t.month, :amount,
                               t.document_id, t.decided_on, t.submission
                          from capital.plan_target t
                          join organisation.unit o on o.id = t.unit_id and o.code = :office
                          join organisation.unit u on u.code = :unit
                         where t.month = 12
                         limit 1
                        """)
                .param("office", plan.office)
                .param("unit", unit)
                .param("amount", millions * MILLION)
                .update();
    }

    /** Two of 600 each under 1 000, at the same time: one of them is refused. */
    @Test
    void decisionsAtTheSameTimeDoNotPassWhatThereIsTogether() throws Exception {
        given();
        var wanted = List.of(plan.point, plan.office + "-00");
        var ids = wanted.stream()
                .map(unit -> plan.ask(plan.line(plan.office), new Months(4, 12), Map.of(unit, 600L)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        try {
                            plan.approve(id);
                            return true;
                        } catch (Refused | DataAccessException refused) {
                            return false;
                        }
                    })
                    .toList());
            int approved = 0;
            for (var outcome : outcomes) {
                approved += outcome.get() ? 1 : 0;
            }
            assertThat(approved).isEqualTo(1);
        }
    }

    @Test
    void aCommuneAsksAndItsLastWordCounts() {
        var commune = official();
        var line = PlanLine.parse(plan.line(plan.point));
        var key = UUID.randomUUID();
        long first = ask.run(commune, key, line, new AskPlan.Wish(new Dong(5 * MILLION), "12 hộ cần vay"));
        assertThat(ask.run(commune, key, line, new AskPlan.Wish(new Dong(5 * MILLION), "12 hộ cần vay")))
                .isEqualTo(first);
        ask.run(commune, UUID.randomUUID(), line, new AskPlan.Wish(new Dong(7 * MILLION), "15 hộ cần vay"));

        assertThat(askedFor()).containsExactly(7 * MILLION);
        assertRefused(
                () -> ask.run(
                        commune,
                        UUID.randomUUID(),
                        PlanLine.parse("2023:" + plan.point + ":GQVL:CENTRAL"),
                        new AskPlan.Wish(Dong.ZERO, "12 hộ cần vay")),
                CapitalRefusal.PLAN_YEAR_OUTSIDE);
        assertRefused(() -> new AskPlan.Wish(Dong.ZERO, " vay "), CapitalRefusal.PLAN_NEEDS_REASON);
        assertRefused(
                () -> ask.run(
                        plan.village.director, UUID.randomUUID(), line, new AskPlan.Wish(Dong.ZERO, "12 hộ cần vay")),
                SharedRefusal.ROLE_MAY_NOT);
        var officer = new Actor(
                3,
                plan.village.office * 1000 + 3,
                "td",
                "Hà",
                Role.CREDIT_OFFICER,
                plan.village.office,
                plan.maker.scope());
        assertRefused(
                () -> ask.run(
                        officer,
                        UUID.randomUUID(),
                        PlanLine.parse(plan.line(plan.office)),
                        new AskPlan.Wish(Dong.ZERO, "12 hộ cần vay")),
                CapitalRefusal.PLAN_ASKED_BY_COMMUNES);
    }

    private Actor official() {
        long id = plan.village.office * 1000 + 5;
        return new Actor(id, id, "xa", "Ủy ban", Role.COMMUNE_OFFICIAL, 0, Scope.of(plan.village.point));
    }

    private List<Long> askedFor() {
        return beans.getBean(Transactions.class)
                .read(
                        plan.manager,
                        () -> beans.getBean(JdbcClient.class)
                                .sql("select amount from capital.v_plan_ask where points <@ (select shared.scope())")
                                .query(Long.class)
                                .list());
    }

    @Test
    void aCommuneSeesItsOwnTargetsAndNobodyNarrowedSeesAny() {
        given();
        plan.give(plan.office, Map.of(plan.point, 600L, plan.office + "-00", 300L));

        assertThat(seen(official())).isEqualTo(9);
        assertThat(seen(plan.manager)).isEqualTo(4 * 9);
        var group = new Actor(
                8,
                8,
                "to",
                "Tổ trưởng",
                Role.GROUP_HEAD,
                0,
                Scope.of(plan.village.point).narrowedTo(Narrowing.ofGroup(1)));
        assertThat(seen(group)).isZero();
    }

    private long seen(Actor reader) {
        return beans.getBean(Transactions.class)
                .read(
                        reader,
                        () -> beans.getBean(JdbcClient.class)
                                .sql("select count(*) from capital.v_plan_target where year = 2024")
                                .query(Long.class)
                                .single());
    }

    @Test
    void theRuleOnPassingThePlanIsChangedForTheFuture() {
        var rule = beans.getBean(PlanRuleChange.class);
        var first = rule.rows().getFirst();
        assertThat(first.overrun()).isEqualTo(Overrun.WARN);
        assertThat(first.isUnsure()).isTrue();
        assertRefused(
                () -> rule.check(
                        Actor.SYSTEM,
                        PlanRuleChange.SUBJECT,
                        PlanRuleChange.wanted(Overrun.WARN, first.from()),
                        PlanRuleChange.wanted(Overrun.REFUSE, Village.FIRST_DAY.minusYears(9))),
                CapitalRefusal.PLAN_RULE_RETROACTIVE);
    }
}
