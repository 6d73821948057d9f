package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.household.SearchPeople;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What row-level security shows of one point to whoever is narrowed to an association, a group or a person: two groups,
 * three farmers' wives and two farmers, a loan each, one deposit, and the close of the day.
 */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class NarrowScopeDbTest {

    private static final List<String> TABLES = List.of(
            "\"group\".credit_group",
            "\"group\".member",
            "household.household",
            "household.person",
            "loan.loan",
            "loan.part",
            "loan.instalment",
            "loan.movement",
            "savings.account",
            "savings.movement",
            "ledger.journal",
            "ledger.entry",
            "ledger.voucher_counter",
            "capital.contract",
            "capital.allotment",
            "capital.movement",
            "session.session",
            "session.cash_box",
            "session.posting",
            "session.cash_count",
            "position.total",
            "position.flow",
            "position.headcount",
            "closing.run",
            "closing.step_run",
            "shared.submission");

    private static final List<String> BOOKS_OF_THE_OFFICE = List.of(
            "ledger.entry",
            "ledger.voucher_counter",
            "capital.contract",
            "capital.allotment",
            "capital.movement",
            "session.session",
            "session.cash_box",
            "session.posting",
            "session.cash_count",
            "closing.run",
            "closing.step_run",
            "shared.submission");

    private final ApplicationContext beans;
    private final Transactions transactions;
    private final SearchPeople people;
    private final JdbcClient db;
    private final OwnerDb owner;

    private Village village;
    private Village.GroupOfLoans wives;
    private Village.GroupOfLoans farmers;

    NarrowScopeDbTest(
            ApplicationContext beans, Transactions transactions, SearchPeople people, JdbcClient db, OwnerDb owner) {
        this.beans = beans;
        this.transactions = transactions;
        this.people = people;
        this.db = db;
        this.owner = owner;
    }

    @BeforeAll
    void aDayOfTwoGroups() {
        village = Village.in(beans, "NARROW");
        var day = VillageDay.open(beans, village);
        wives = day.lend(1, 3, "CANNGHEO");
        farmers = village.group(2, 2, "CANNGHEO", 50_000_000, Village.FIRST_DAY);
        for (var sql : List.of(
                "update \"group\".credit_group set association = 'HND' where id = :id",
                "update loan.loan set association = 'HND' where group_id = :id")) {
            owner.sql(sql).param("id", farmers.id()).update();
        }
        village.payOut(day.session(), farmers);
        day.save(wives, 0, 70_000);
        day.end();
        VillageDay.close(beans, village, Village.FIRST_DAY);
    }

    @Test
    void theWholePointIsSeenByWhoIsNotNarrowed() {
        assertThat(seen(Narrowing.NONE))
                .isEqualTo(all())
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
    }

    @Test
    void oneAssociationSeesItsGroupsAndTheirPeopleLoansDepositsAndTotals() {
        var seen = seen(Narrowing.ofAssociation("HPN"));

        assertPeople(seen, 1, 3);
        assertThat(seen)
                .containsEntry("savings.movement", 1L)
                .containsEntry("ledger.journal", 2L)
                .containsEntry("position.total", 1L)
                .containsEntry("position.flow", 1L)
                .containsEntry("position.headcount", 1L);
        assertNoBooksOfTheOffice(seen);
    }

    @Test
    void oneGroupSeesItselfAndNoTotals() {
        var seen = seen(Narrowing.ofGroup(farmers.id()));

        assertPeople(seen, 1, 2);
        assertThat(seen)
                .containsEntry("savings.movement", 0L)
                .containsEntry("ledger.journal", 1L)
                .containsEntry("position.total", 0L)
                .containsEntry("position.flow", 0L)
                .containsEntry("position.headcount", 0L);
        assertNoBooksOfTheOffice(seen);
    }

    @Test
    void onePersonSeesTheirOwnLoanAndDeposit() {
        var seen = seen(Narrowing.ofPerson(person(wives.members().getFirst())));

        assertPeople(seen, 1, 1);
        assertThat(seen).containsEntry("savings.movement", 1L).containsEntry("ledger.journal", 2L);
        assertNoBooksOfTheOffice(seen);
    }

    @Test
    void dimensionsNarrowTogether() {
        assertPeople(seen(new Narrowing("HPN", farmers.id(), null)), 0, 0);
        assertPeople(seen(new Narrowing("HND", farmers.id(), null)), 1, 2);
        assertPeople(
                seen(new Narrowing(null, farmers.id(), person(wives.members().getFirst()))), 0, 0);
    }

    @Test
    void noBooksAndNoPointsShowNothing() {
        assertThat(seen(Narrowing.NO_BOOKS))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(seen(actor(Scope.NONE)))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        var elsewhere = Scope.of(village.point + 1_000_000).narrowedTo(Narrowing.ofAssociation("HPN"));
        assertThat(seen(actor(elsewhere)))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    }

    @Test
    void oneSeesOnesOwnSubmissions() {
        var narrow = Scope.of(village.direct, village.point).narrowedTo(Narrowing.ofGroup(farmers.id()));
        var teller =
                new Actor(village.teller.id(), village.teller.id(), "t", "t", Role.GROUP_HEAD, village.office, narrow);

        assertThat(seen(teller))
                .hasEntrySatisfying(
                        "shared.submission",
                        rows -> assertThat(rows).isPositive().isLessThan(all().get("shared.submission")));
    }

    @Test
    void theSearchFindsNobodyOutOfTheNarrowScope() {
        var everybody = found(Narrowing.NONE);
        assertThat(everybody).hasSize(5);
        assertThat(found(Narrowing.ofAssociation("HPN"))).hasSize(3);
        assertThat(found(Narrowing.ofGroup(farmers.id())))
                .containsExactlyInAnyOrderElementsOf(
                        farmers.members().stream().map(this::person).toList());
        var one = person(wives.members().getFirst());
        assertThat(found(Narrowing.ofPerson(one))).containsExactly(one);
        assertThat(found(Narrowing.NO_BOOKS)).isEmpty();
    }

    @Test
    void nothingIsWrittenOutsideOfTheNarrowScope() {
        var head = actor(scope(Narrowing.ofGroup(farmers.id())));

        assertThat(transactions.<Integer>write(
                        head,
                        () -> db.sql("update loan.part set principal = 0 where loan_id = :loan")
                                .param("loan", wives.loans().getFirst())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> transactions.write(
                        head,
                        () -> db.sql("""
                        insert into loan.instalment (loan_id, seq, point_id, contract_date, due_date, amount)
                        values (:loan, 99, :point, '2030-01-01', '2030-01-01', 1)
                        """)
                                .param("loan", wives.loans().getFirst())
                                .param("point", village.point)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void whoSetsANarrowingWithoutItsRoleSeesNothing() {
        for (var role : List.of("none", "app_ro")) {
            assertThat(rowsWith("", role)).as(role).isPositive();
            assertThat(rowsWith(Long.toString(farmers.id()), role)).as(role).isZero();
        }
    }

    private long rowsWith(String group, String role) {
        return transactions.<Long>write(actor(scope(Narrowing.NONE)), () -> {
            db.sql("select set_config('dongvon.group', :group, true), set_config('role', :role, true)")
                    .param("group", group)
                    .param("role", role)
                    .query((row, n) -> 0)
                    .single();
            return TABLES.stream()
                    .mapToLong(table -> db.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .sum();
        });
    }

    @Test
    void aReadingTransactionHasNoRightToWrite() {
        for (var sql : List.of(
                "update loan.part set principal = 0",
                "delete from identity.role_grant",
                "insert into organisation.association values ('X', 'X', 'X', 'X')",
                "select nextval('loan.loan_id')")) {
            assertThatThrownBy(() -> transactions.read(Actor.SYSTEM, () -> {
                        db.sql("select set_config('transaction_read_only', 'off', true)")
                                .query(String.class)
                                .optional();
                        return db.sql(sql).update();
                    }))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> transactions.write(Actor.SYSTEM, () -> {
                        db.sql("select set_config('role', 'app_ro', true)")
                                .query(String.class)
                                .single();
                        return db.sql(sql).query().listOfRows();
                    }))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private void assertPeople(Map<String, Long> seen, long groups, long members) {
        assertThat(seen)
                .containsEntry("\"group\".credit_group", groups)
                .containsEntry("\"group\".member", members)
                .containsEntry("household.household", members)
                .containsEntry("household.person", members)
                .containsEntry("loan.loan", members)
                .containsEntry("loan.part", members)
                .containsEntry("loan.instalment", 3 * members)
                .containsEntry("loan.movement", members)
                .containsEntry("savings.account", members);
    }

    private static void assertNoBooksOfTheOffice(Map<String, Long> seen) {
        assertThat(BOOKS_OF_THE_OFFICE).allSatisfy(table -> assertThat(seen).containsEntry(table, 0L));
    }

    private Map<String, Long> seen(Narrowing narrowing) {
        return seen(actor(scope(narrowing)));
    }

    private Map<String, Long> seen(Actor actor) {
        return transactions.read(actor, () -> counts(db));
    }

    private Map<String, Long> all() {
        return counts(JdbcClient.create(owner.dataSource()));
    }

    private static Map<String, Long> counts(JdbcClient client) {
        var counts = new TreeMap<String, Long>();
        for (var table : TABLES) {
            counts.put(
                    table,
                    client.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    private List<Long> found(Narrowing narrowing) {
        return transactions.read(actor(scope(narrowing)), () -> people.byName("nguyen thi"));
    }

    private Scope scope(Narrowing narrowing) {
        return Scope.of(village.direct, village.point).narrowedTo(narrowing);
    }

    private Actor actor(Scope scope) {
        return new Actor(7_777, 7_777, "x", "x", Role.INSPECTOR, village.office, scope);
    }

    private long person(long member) {
        return owner.sql("select person_id from \"group\".member where id = :id")
                .param("id", member)
                .query(Long.class)
                .single();
    }
}
