package org.dongvon.fee.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.capital.Contracts;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.distribution.Distributions.Month;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show of distributed interest: a month of all contracts, and the months of one contract by quarter. */
@Repository
class InterestPages {

    // Contracts that give interest away on the month's last day, with what the month's journals collected in scope.
    private static final String OVERVIEW = """
            with term as (
                select distinct on (t.contract_id) t.contract_id, t.owner, t.risk
                  from capital.v_contract_term t
                 where t.valid_from <= :last
                 order by t.contract_id, t.valid_from desc),
            collected as (
                select e.contract_id, -sum(e.amount) as amount
                  from ledger.v_entry e
                 where e.account = 'INTEREST_INCOME' and e.business_date between :first and :last
                 group by e.contract_id)
            select c.code, t.owner, coalesce(i.amount, 0)::bigint as interest, d.id is not null as distributed,
                   coalesce(d.risk, 0) as risk, coalesce(d.managed, 0) as managed, coalesce(d.boards, 0) as boards, coalesce(d.added, 0) as added
              from capital.v_contract c
              join term t on t.contract_id = c.id and t.risk is not null
              left join collected i on i.contract_id = c.id
              left join fee.v_distribution d on d.contract_id = c.id and d.month = :first
             where c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             order by c.code
             limit 3000
            """;

    private static final String BALANCE = """
            select coalesce(sum(p.principal) filter (where p.part = 'IN_TERM'), 0)::bigint as in_term,
                   coalesce(sum(p.principal) filter (where p.part in ('OVERDUE', 'FROZEN')), 0)::bigint as troubled
              from loan.v_part p
             where p.contract_id = :contract and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String PROVISION = """
            select fee.provision_of(:in_term, :troubled, :day) as required
            """;

    private final JdbcClient db;
    private final Contracts contracts;
    private final Distributions distributions;
    private final BusinessDays days;
    private final Transactions transactions;

    InterestPages(
            JdbcClient db,
            Contracts contracts,
            Distributions distributions,
            BusinessDays days,
            Transactions transactions) {
        this.db = db;
        this.contracts = contracts;
        this.distributions = distributions;
        this.days = days;
        this.transactions = transactions;
    }

    /** The month before the reader's open day. */
    YearMonth usual(Actor reader) {
        var today = reader.officeId() != 0
                ? days.today(reader.officeId())
                : days.latest().orElse(LocalDate.EPOCH);
        return YearMonth.from(today).minusMonths(1);
    }

    /** A month of all contracts in scope that give interest away. */
    List<Line> overview(Actor reader, YearMonth month) {
        return transactions.read(
                reader,
                () -> db.sql(OVERVIEW)
                        .param("first", month.atDay(1))
                        .param("last", month.atEndOfMonth())
                        .query((row, n) -> new Line(
                                row.getString("code"),
                                row.getString("owner"),
                                dong(row, "interest"),
                                row.getBoolean("distributed"),
                                new Parts(
                                        dong(row, "risk"),
                                        dong(row, "managed"),
                                        dong(row, "boards"),
                                        dong(row, "added"))))
                        .list());
    }

    /** The months of a contract by quarter, the newest first, with the provision that its loans ask for now. */
    Statement statement(Actor reader, String code) {
        return transactions.read(reader, () -> {
            var contract = contracts.look(code);
            var months = distributions.months(contract.id());
            Map<Integer, List<Month>> byQuarter = new LinkedHashMap<>();
            for (var month : months) {
                int quarter = month.month().getYear() * 4 + (month.month().getMonthValue() - 1) / 3;
                byQuarter.computeIfAbsent(quarter, each -> new ArrayList<>()).add(month);
            }
            var today = days.today(contract.officeId());
            return new Statement(
                    contract,
                    today,
                    byQuarter.entrySet().stream()
                            .map(each -> new Quarter(each.getKey() / 4, each.getKey() % 4 + 1, each.getValue()))
                            .toList(),
                    next(contract, months, today),
                    distributions.rule(contract.id(), today),
                    provision(contract, today),
                    contracts.officesBeyond(contract));
        });
    }

    /** The month whose turn it is, once its last day is over. */
    private static Optional<YearMonth> next(Held contract, List<Month> months, LocalDate today) {
        var before = YearMonth.from(today).minusMonths(1);
        var next = months.isEmpty() ? before : months.getFirst().month().plusMonths(1);
        return next.isAfter(before) || next.atEndOfMonth().isBefore(contract.signedOn())
                ? Optional.empty()
                : Optional.of(next);
    }

    private Provision provision(Held contract, LocalDate today) {
        var balance = db.sql(BALANCE)
                .param("contract", contract.id())
                .query((row, n) -> List.of(dong(row, "in_term"), dong(row, "troubled")))
                .single();
        var required = db.sql(PROVISION)
                .param("in_term", balance.getFirst().amount())
                .param("troubled", balance.getLast().amount())
                .param("day", today)
                .query(Long.class)
                .single();
        return new Provision(balance.getFirst(), balance.getLast(), new Dong(required));
    }

    private static Dong dong(ResultSet row, String column) throws SQLException {
        return new Dong(row.getLong(column));
    }

    /** A contract in a month. */
    record Line(String code, String owner, Dong collected, boolean isDistributed, Parts parts) {}

    /**
     * The months of a contract.
     *
     * @param today the open day of the office that administers it
     * @param next the month whose turn it is; none while the month runs
     * @param rule how its interest goes now; none where it is the bank's
     * @param beyond offices that lend of it outside of the reader's scope
     */
    record Statement(
            Held contract,
            LocalDate today,
            List<Quarter> quarters,
            Optional<YearMonth> next,
            Optional<Computed.Rule> rule,
            Provision provision,
            List<String> beyond) {

        Statement {
            quarters = List.copyOf(quarters);
            beyond = List.copyOf(beyond);
        }

        public List<Month> months() {
            return quarters.stream().flatMap(each -> each.months().stream()).toList();
        }

        public Parts parts() {
            return months().stream().map(Month::parts).reduce(Parts.NONE, Parts::plus);
        }

        public Dong collected() {
            return Dong.sum(months().stream().map(Month::collected).toList());
        }

        /** The last distributed month, which may be taken back. */
        public @Nullable Month last() {
            return months().isEmpty() ? null : months().getFirst();
        }
    }

    /** The months of a quarter, the newest first. */
    record Quarter(int year, int number, List<Month> months) {

        Quarter {
            months = List.copyOf(months);
        }

        public Dong collected() {
            return Dong.sum(months.stream().map(Month::collected).toList());
        }

        public Parts parts() {
            return months.stream().map(Month::parts).reduce(Parts.NONE, Parts::plus);
        }
    }

    /**
     * What the rule of provision asks for.
     *
     * @param troubled overdue and frozen
     */
    record Provision(Dong inTerm, Dong troubled, Dong required) {}
}
