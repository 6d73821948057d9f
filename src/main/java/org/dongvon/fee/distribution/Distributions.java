package org.dongvon.fee.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.capital.Contracts.Held;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.distribution.Computed.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what contracts earned and gave away, and writes it down. */
@Repository
class Distributions {

    private static final String RULE = """
            select t.risk, t.fee, t.boards, t.added
              from capital.v_contract_term t
             where t.contract_id = :contract and t.valid_from <= :day
             order by t.valid_from desc
             limit 1
            """;

    private static final String COLLECTED = """
            select i.office_id, i.collected from fee.interest_of(:contract, :first, :last) i
            """;

    private static final String PARTS = """
            select p.parts[1] as risk, p.parts[2] as managed, p.parts[3] as boards, p.parts[4] as added
              from (select fee.distributed(:amount, :risk, :fee, :boards, :added) as parts) p
            """;

    // The newest first.
    private static final String MONTHS = """
            select d.id, d.month, d.collected, d.carried, d.risk, d.managed, d.boards, d.added,
                   d.risk_share, d.fee_share, d.boards_share, d.added_share, d.booked_on
              from fee.v_distribution d
             where d.contract_id = :contract
             order by d.month desc
            """;

    private static final String WRITE = """
            insert into fee.distribution (point_id, contract_id, month, collected, carried, risk_share, fee_share, boards_share, added_share,
                                          risk, managed, boards, added, submission)
            values (:point, :contract, :month, :collected, :carried, :risk_share, :fee_share, :boards_share, :added_share,
                    :risk, :managed, :boards, :added, :submission)
            returning id
            """;

    private static final String WRITE_PARTS = """
            insert into fee.distribution_part (distribution_id, point_id, office_id, collected, journal_id)
            select :id, p.point, p.office, p.collected, p.journal
              from unnest(cast(:points as bigint[]), cast(:offices as bigint[]), cast(:collected as bigint[]), cast(:journals as bigint[]))
                   as p (point, office, collected, journal)
            """;

    private static final String JOURNALS = """
            select p.point_id, p.office_id, u.name, p.collected, p.journal_id
              from fee.distribution_part p
              join organisation.unit u on u.id = p.office_id
             where p.distribution_id = :id
             order by p.office_id
            """;

    private static final String TAKE_BACK = """
            with back as (
                update fee.distribution set state = 'TAKEN_BACK' where id = :id)
            update fee.distribution_part p
               set back_journal = b.journal
              from unnest(cast(:points as bigint[]), cast(:journals as bigint[])) as b (point, journal)
             where p.distribution_id = :id and p.point_id = b.point
            """;

    private final JdbcClient db;

    Distributions(JdbcClient db) {
        this.db = db;
    }

    /** How a contract said on a day that its interest goes; none where it is the bank's. */
    Optional<Rule> rule(long contractId, LocalDate day) {
        return db
                .sql(RULE)
                .param("contract", contractId)
                .param("day", day)
                .query((row, n) -> row.getObject("risk") == null
                        ? Optional.<Rule>empty()
                        : Optional.of(new Rule(
                                row.getInt("risk"), row.getInt("fee"), row.getInt("boards"), row.getInt("added"))))
                .list()
                .stream()
                .findFirst()
                .flatMap(each -> each);
    }

    /** What each office collected on the days of a month. */
    Map<Long, Dong> collected(long contractId, ContractMonth month) {
        Map<Long, Dong> result = new HashMap<>();
        db.sql(COLLECTED)
                .param("contract", contractId)
                .param("first", month.first())
                .param("last", month.last())
                .query(row -> {
                    result.put(row.getLong("office_id"), dong(row, "collected"));
                });
        return result;
    }

    /** The four parts of an amount by a rule. */
    Parts parts(Dong amount, Rule rule) {
        return db.sql(PARTS)
                .param("amount", amount.amount())
                .param("risk", rule.risk())
                .param("fee", rule.fee())
                .param("boards", rule.boards())
                .param("added", rule.added())
                .query((row, n) -> parts(row))
                .single();
    }

    /** The months of a contract that were distributed, the newest first. */
    List<Month> months(long contractId) {
        return db.sql(MONTHS)
                .param("contract", contractId)
                .query((row, n) -> new Month(
                        row.getLong("id"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        dong(row, "collected"),
                        dong(row, "carried"),
                        new Rule(
                                row.getInt("risk_share"),
                                row.getInt("fee_share"),
                                row.getInt("boards_share"),
                                row.getInt("added_share")),
                        parts(row),
                        row.getObject("booked_on", LocalDate.class)))
                .list();
    }

    private static Parts parts(ResultSet row) throws SQLException {
        return new Parts(dong(row, "risk"), dong(row, "managed"), dong(row, "boards"), dong(row, "added"));
    }

    /** Writes a distributed month down, with the journal of each point. */
    void write(UUID submission, Held contract, ContractMonth month, Computed computed, Map<Long, Long> journals) {
        var rule = computed.rule();
        var parts = computed.parts();
        long id = db.sql(WRITE)
                .param("point", contract.pointId())
                .param("contract", contract.id())
                .param("month", month.first())
                .param("collected", computed.all().amount())
                .param("carried", computed.carried().amount())
                .param("risk_share", rule.risk())
                .param("fee_share", rule.fee())
                .param("boards_share", rule.boards())
                .param("added_share", rule.added())
                .param("risk", parts.risk().amount())
                .param("managed", parts.managed().amount())
                .param("boards", parts.boards().amount())
                .param("added", parts.added().amount())
                .param("submission", submission)
                .query(Long.class)
                .single();
        var each = computed.collected();
        db.sql(WRITE_PARTS)
                .param("id", id)
                .param("points", each.stream().map(Computed.Collected::pointId).toArray(Long[]::new))
                .param(
                        "offices",
                        each.stream().map(Computed.Collected::officeId).toArray(Long[]::new))
                .param(
                        "collected",
                        each.stream().map(part -> part.amount().amount()).toArray(Long[]::new))
                .param(
                        "journals",
                        each.stream().map(part -> journals.get(part.pointId())).toArray(Long[]::new))
                .update();
    }

    /** What each office collected of a distributed month, with its journal. */
    List<Booked> booked(Month month) {
        return db.sql(JOURNALS)
                .param("id", month.id())
                .query((row, n) -> new Booked(
                        new Computed.Collected(
                                row.getLong("office_id"),
                                row.getLong("point_id"),
                                row.getString("name"),
                                dong(row, "collected")),
                        row.getObject("journal_id", Long.class)))
                .list();
    }

    /** A month counts no more. */
    void takeBack(Month month, Map<Long, Long> journals) {
        db.sql(TAKE_BACK)
                .param("id", month.id())
                .param("points", journals.keySet().toArray(Long[]::new))
                .param("journals", journals.values().toArray(Long[]::new))
                .update();
    }

    private static Dong dong(ResultSet row, String column) throws SQLException {
        return new Dong(row.getLong(column));
    }

    /** Interest of one office, and the journal that booked it there; none where nothing was distributed. */
    record Booked(Computed.Collected collected, @Nullable Long journal) {}

    /**
     * A distributed month.
     *
     * @param bookedOn the day of the journal; none where nothing was distributed
     */
    record Month(
            long id,
            YearMonth month,
            Dong collected,
            Dong carried,
            Rule rule,
            Parts parts,
            @Nullable LocalDate bookedOn) {

        /** What the next month takes over, when more was taken back than collected. */
        Dong below() {
            var all = collected.plus(carried);
            return all.isNegative() ? all : Dong.ZERO;
        }
    }
}
