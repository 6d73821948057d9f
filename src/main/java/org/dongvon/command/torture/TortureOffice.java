package org.dongvon.command.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dongvon.command.bench.BenchCountry;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.BenchHouse;
import org.dongvon.command.bench.PreparedHouse;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.LoadReference;
import org.dongvon.session.Vaults;
import org.dongvon.session.vault.MoveVaultCash;
import org.dongvon.session.vault.VaultOrder;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The office that is tortured: a database of its own with two groups, their loans, and the people who work there. */
final class TortureOffice implements AutoCloseable {

    private static final String GROUP_LOANS = """
            select l.id, l.code, l.member_id, l.group_id, l.amount from loan.loan l order by l.id
            """;
    private static final String TERMS = """
            select s.code, l.unpaid_instalment = 'OVERDUE' as late
              from loan.loan l join programme.rate_series s on s.id = l.series_id
             where l.id = :loan
            """;
    private static final String INSTALMENTS = """
            select contract_date, due_date, amount from loan.instalment where loan_id = :loan order by seq
            """;
    private static final String RATES = """
            select s.code, c.valid_from, c.in_term, c.overdue
              from programme.rate_change c join programme.rate_series s on s.id = c.series_id
            """;

    // The loans were written with numbers of their own; new ones go on behind them.
    private static final String NEXT_LOAN = """
            select setval('loan.loan_id', (select count(*) from loan.loan))
            """;

    private final BenchHouse house;
    private final List<BenchPoint> points;
    final JdbcClient owner;
    final LendingOracle oracle = new LendingOracle();
    final Map<Long, Member> members = new LinkedHashMap<>();
    final Map<Integer, Held> sessions = new LinkedHashMap<>();
    final List<LocalDate> sessionDays = new ArrayList<>();
    private final SingleConnectionDataSource kept;
    private final int groups;
    final Actor director;
    final Actor officer;
    final Actor colleague;
    final Actor accountant;
    final Actor cashier;
    final Actor commune;
    final Actor maker = country(1, Role.ACCOUNTANT);
    final Actor checker = country(2, Role.MANAGER);

    private TortureOffice(BenchHouse house, List<BenchPoint> points) {
        this.house = house;
        this.points = points;
        this.kept = kept(house.owner());
        this.owner = JdbcClient.create(kept);
        this.director = person(7, Role.DIRECTOR);
        this.officer = person(8, Role.CREDIT_OFFICER);
        this.colleague = person(9, Role.CREDIT_OFFICER);
        this.accountant = person(5, Role.ACCOUNTANT);
        this.cashier = person(6, Role.CONTROLLER);
        this.commune = person(4, Role.COMMUNE_OFFICIAL);
        owner.sql(NEXT_LOAN).query(row -> {});
        owner.sql(RATES).query(row -> {
            oracle.rate(
                    row.getString("code"),
                    row.getObject("valid_from", LocalDate.class),
                    new LendingOracle.Rate(row.getLong("in_term"), row.getLong("overdue")));
        });
        this.groups = owner.sql("select count(*) from \"group\".credit_group")
                .query(Integer.class)
                .single();
        long firstGroup = owner.sql("select min(id) from \"group\".credit_group")
                .query(Long.class)
                .single();
        owner.sql(GROUP_LOANS).query(row -> {
            long group = row.getLong("group_id");
            var member = new Member(row.getLong("member_id"), group, (int) (group - firstGroup));
            long amount = row.getLong("amount");
            learn(row.getLong("id"), row.getString("code"), member, new Lent(BenchCountry.PAID_OUT, amount, amount));
        });
    }

    // A connection for each of thousands of small questions would take longer than all that is asked.
    private static SingleConnectionDataSource kept(DataSource owner) {
        try {
            return new SingleConnectionDataSource(owner.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every history begins with. */
    static PreparedHouse prepare(BenchFolder below, int groups) throws IOException {
        return PreparedHouse.of(below, 2, LoadReference::run, groups);
    }

    /** A copy of it, with what stands between the modules and the database. */
    static TortureOffice open(PreparedHouse prepared, UnaryOperator<DataSource> wires) throws IOException {
        var house = prepared.open(wires);
        try {
            return new TortureOffice(house, prepared.points());
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    /** Tells the oracle of a loan that was paid out, with its series and instalments as the contract says. */
    void learn(long id, String code, Member member, Lent lent) {
        var dues = owner.sql(INSTALMENTS)
                .param("loan", id)
                .query((row, n) -> new OracleLoan.Due(
                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getLong(3)))
                .list();
        var agreed = owner.sql(TERMS)
                .param("loan", id)
                .query((row, n) -> new OracleLoan.Agreed(
                        id, code, row.getString("code"), lent.day(), lent.whole(), row.getBoolean("late")))
                .single();
        oracle.lent(new OracleLoan(agreed, lent.part(), dues));
        members.put(id, member);
    }

    <T> T get(Class<T> type) {
        return house.beans().getBean(type);
    }

    BenchPoint point(int number) {
        return points.get(number);
    }

    int groups() {
        return groups;
    }

    LocalDate today() {
        return get(BusinessDays.class).today(points.getFirst().office());
    }

    Actor team(int point, int number, Role role) {
        var place = points.get(point);
        long id = place.id() * 10 + number;
        return new Actor(id, id, role.name(), role.name(), role, place.office(), Scope.of(place.id(), place.direct()));
    }

    Actor leader(int point) {
        return team(point, 0, Role.LEADER);
    }

    Actor teller(int point) {
        return team(point, 1, Role.TELLER);
    }

    Actor controller(int point) {
        return team(point, 2, Role.CONTROLLER);
    }

    private Actor person(int number, Role role) {
        var place = points.getFirst();
        long id = place.office() * 10 + number;
        var all = points.stream().map(BenchPoint::id).toList();
        var scope =
                Scope.of(Stream.concat(all.stream(), Stream.of(place.direct())).toList());
        return new Actor(id, id, role.name(), role.name(), role, place.office(), scope);
    }

    private static Actor country(long id, Role role) {
        return new Actor(id, id, role.name(), role.name(), role, 0, Scope.COUNTRY);
    }

    /** Brings cash from the bank to the vault. */
    void stockVault(UUID key, long cash) {
        var move = get(MoveVaultCash.class);
        long id = move.ask(
                controller(0),
                key,
                new VaultOrder(points.getFirst().office(), Vaults.Kind.VAULT_IN, new Dong(cash)),
                "thử");
        move.approve(director, UUID.nameUUIDFromBytes((key + " yes").getBytes(StandardCharsets.US_ASCII)), id);
    }

    @Override
    public void close() {
        kept.destroy();
        try {
            house.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who borrowed, and through which group. */
    record Member(long id, long group, int point) {}

    /** On which day how much of how much was paid out. */
    record Lent(LocalDate day, long whole, long part) {}

    /** A session that was held at a group's point. */
    record Held(LocalDate day, long session) {}
}
