package org.dongvon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.shared.Refused;
import org.dongvon.simulation.Demonstration.State;
import org.dongvon.simulation.plan.HuongKhe;
import org.dongvon.simulation.plan.OfficePlan;
import org.dongvon.simulation.plan.OfficePlanner;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The plan of two small offices, lived in one go and lived with interruptions, comes to the same books. */
class DemonstrationDbTest {

    private static final List<OfficePlan> PLANS = SmallOffice.plans();
    private static final Map<String, List<String>> BOOKS = new ConcurrentHashMap<>();

    // The close names the lines that it makes itself after the loan's number, which may differ after a kill.
    private static final String MOVEMENTS = """
            select concat_ws(' ', l.code, case when m.kind <> 'TO_OVERDUE' then m.line_id end, m.value_date, m.kind, m.part,
                             m.principal, m.interest, m.constant)
              from loan.movement m join loan.loan l on l.id = m.loan_id
             order by 1
            """;

    private static final String DEPOSITS = """
            select concat_ws(' ', h.code, m.line_id, m.value_date, m.amount)
              from savings.movement m
              join savings.account a on a.id = m.account_id
              join household.household h on h.id = a.household_id
             order by 1
            """;

    private static final String JOURNALS = """
            select concat_ws(' ', u.code, j.business_date, j.kind, j.voucher, sum(abs(e.amount)))
              from ledger.journal j
              join ledger.entry e on e.journal_id = j.id
              join organisation.unit u on u.id = j.office_id
             group by j.id, u.code, j.business_date, j.kind, j.voucher
             order by 1
            """;

    private static final String POSITIONS = """
            select concat_ws(' ', u.code, h.dimension, h.key, h.valid_from, h.valid_to, h.households, h.borrowers, h.loans, h.jobs)
              from position.headcount h join organisation.unit u on u.id = h.point_id
             where h.dimension <> 'CONTRACT'
             order by 1
            """;

    private static final String BALANCES = """
            select l.code, sum(p.principal) as balance
              from loan.part p join loan.loan l on l.id = p.loan_id
             group by l.code
            """;

    private static final String KILL = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where usename = 'dongvon_app' and datname = current_database()
            """;

    @AfterAll
    static void bothBooksAreTheSame() {
        if (BOOKS.size() == 2) {
            assertThat(BOOKS.get("interrupted")).isEqualTo(BOOKS.get("straight"));
        }
    }

    @Nested
    @PostgresTest
    class InOneGo {

        private final Demonstration demonstration;
        private final OwnerDb owner;

        InOneGo(Demonstration demonstration, OwnerDb owner) {
            this.demonstration = demonstration;
            this.owner = owner;
        }

        @Test
        void livesThePlanToTheLastDongAndDoesItOnce() {
            assertThat(Demonstration.of(owner.dataSource())).isEqualTo(State.NONE);
            var told = new ArrayList<Progress>();

            assertThat(fill(demonstration, told)).isTrue();

            assertThat(Demonstration.of(owner.dataSource())).isEqualTo(State.FINISHED);
            assertThat(told).last().satisfies(last -> assertThat(last.done()).isEqualTo(last.total()));
            requirePlan(owner);
            BOOKS.put("straight", books(owner));
            assertThat(fill(demonstration, told)).isTrue();
            assertThat(books(owner)).isEqualTo(BOOKS.get("straight"));
        }
    }

    @Nested
    @PostgresTest
    class Interrupted {

        private final Demonstration demonstration;
        private final OwnerDb owner;

        Interrupted(Demonstration demonstration, OwnerDb owner) {
            this.demonstration = demonstration;
            this.owner = owner;
        }

        @Test
        void goesOnWhereItWasStoppedOrKilled() {
            for (int steps : new int[] {0, 1, 2, 5}) {
                assertThat(stopAfter(steps)).isFalse();
                assertThat(Demonstration.of(owner.dataSource())).isEqualTo(State.BEGUN);
            }
            for (int step : new int[] {12, 20, 31}) {
                assertThatThrownBy(() -> killAt(step)).isInstanceOf(RuntimeException.class);
            }
            assertThatThrownBy(() -> demonstration.fill(
                            List.of(OfficePlanner.plan(HuongKhe.spec(), 1)), 1, progress -> {}, () -> false))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal()).isEqualTo(SimulationRefusal.BEGUN_WITH_ANOTHER_PLAN));

            assertThat(fill(demonstration, new ArrayList<>())).isTrue();

            requirePlan(owner);
            BOOKS.put("interrupted", books(owner));
        }

        private boolean stopAfter(int steps) {
            var asked = new AtomicInteger();
            return demonstration.fill(PLANS, SmallOffice.SEED, progress -> {}, () -> asked.incrementAndGet() > steps);
        }

        private boolean killAt(int step) {
            return demonstration.fill(
                    PLANS,
                    SmallOffice.SEED,
                    progress -> {
                        if (progress.done() >= step) {
                            owner.sql(KILL).query(Long.class).single();
                        }
                    },
                    () -> false);
        }
    }

    @Nested
    @PostgresTest
    class InAFolderOfOthers {

        private final Demonstration demonstration;
        private final OwnerDb owner;

        InAFolderOfOthers(Demonstration demonstration, OwnerDb owner) {
            this.demonstration = demonstration;
            this.owner = owner;
        }

        @Test
        void mixesNoInventedPeopleIn() {
            owner.sql(
                            "insert into organisation.unit (code, kind, name, valid_from) values ('VN', 'COUNTRY', 'Việt Nam', '2003-01-01')")
                    .update();

            assertThatThrownBy(() -> fill(demonstration, new ArrayList<>()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal()).isEqualTo(SimulationRefusal.FOLDER_HOLDS_OTHER_DATA));
            assertThat(Demonstration.of(owner.dataSource())).isEqualTo(State.NONE);
        }
    }

    private static boolean fill(Demonstration demonstration, List<Progress> told) {
        return demonstration.fill(PLANS, SmallOffice.SEED, told::add, () -> false);
    }

    private static void requirePlan(OwnerDb owner) {
        var planned = new TreeMap<String, Long>();
        for (var plan : PLANS) {
            var last = plan.spec().time().openDay().minusDays(1);
            plan.points().stream()
                    .flatMap(point -> point.households().stream())
                    .flatMap(household -> household.loans().stream())
                    .forEach(loan ->
                            planned.put(loan.code(), loan.balanceOn(last).amount()));
        }
        var booked = new TreeMap<String, Long>();
        owner.sql(BALANCES).query(row -> {
            booked.put(row.getString("code"), row.getLong("balance"));
        });
        assertThat(booked).isEqualTo(planned);
        assertThat(number(owner, "select count(*) from loan.part where part = 'OVERDUE' and principal > 0"))
                .isEqualTo(4);
        assertThat(number(owner, "select count(*) from organisation.business_day where day = '2024-05-18'"))
                .isEqualTo(PLANS.size());
        assertThat(number(owner, "select count(*) from identity.role_rule"))
                .isEqualTo(number(owner, "select count(distinct role) from identity.role_grant"));
        assertThat(number(owner, "select count(*) from session.session where state = 'OPEN'"))
                .isZero();
        assertThat(LocalDate.parse(Objects.requireNonNull(owner.sql("select max(held_on)::text from session.session")
                        .query(String.class)
                        .single())))
                .isEqualTo(LocalDate.of(2024, 5, 12));
    }

    private static List<String> books(OwnerDb owner) {
        var books = new ArrayList<String>();
        for (var sql : List.of(MOVEMENTS, DEPOSITS, JOURNALS, POSITIONS)) {
            var rows = owner.sql(sql).query(String.class).list();
            assertThat(rows).isNotEmpty();
            books.addAll(rows);
        }
        return books;
    }

    private static long number(OwnerDb owner, String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
