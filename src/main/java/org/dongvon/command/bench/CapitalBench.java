package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.dongvon.capital.page.SourceTable;
import org.dongvon.programme.LoadReference;
import org.dongvon.report.contract.ContractFigures;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench capital}: loans on contracts of 500 each that all paid some months. A contract's statement at a past day, and
 * the country's capital by source; each beside its budget and a plain scan for the same total.
 */
public final class CapitalBench {

    private static final int MOST_OFFICES = 108;
    private static final int LOANS_OF_OFFICE = 1_000;
    private static final int STATEMENTS = 15;

    /** A contract's statement at any past day, the slowest of those looked at. */
    private static final long STATEMENT_BUDGET_MILLIS = 300;

    /** The country's table by source. */
    private static final long SOURCES_BUDGET_MILLIS = 100;

    private static final String SOME_CONTRACTS = """
            select c.code from capital.contract c where c.code like 'HD-%' order by md5(c.code) limit :most
            """;

    // What the contract lent at the end of the day, by looking at every movement.
    private static final String SCAN_CONTRACT = """
            select sum(m.principal)
              from loan.movement m
              join loan.loan l on l.id = m.loan_id
              join ledger.journal j on j.id = m.journal_id
             where (l.contract_id + 0) = (select c.id from capital.contract c where c.code = :contract) and j.business_date <= :day
            """;

    private static final String SCAN_SOURCES = """
            select -sum(e.amount)
              from ledger.entry e
              join ledger.journal j on j.id = e.journal_id
             where e.account in ('POLICY_CAPITAL', 'UNGRANTED_CAPITAL') and j.business_date <= :day
            """;

    private final int loans;
    private final int months;

    /** A measurement among so many loans that paid so many months. */
    public CapitalBench(int loans, int months) {
        this.loans = loans;
        this.months = months;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 2, LoadReference::run)) {
            progress.accept("filling: " + loans + " loans");
            house.fill(Math.clamp(loans / LOANS_OF_OFFICE, 1, MOST_OFFICES), loans / BenchCountry.MEMBERS);
            var owner = JdbcClient.create(house.owner());
            progress.accept("filling: contracts and " + months + " months");
            var days = new CapitalCountry(owner).fill(months);
            progress.accept("looking");
            return measure(house.beans(), owner, days);
        }
    }

    private Map<String, Object> measure(
            AnnotationConfigApplicationContext beans, JdbcClient owner, List<LocalDate> days) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "capital");
        facts.put("loans", loans);
        facts.put(
                "contracts",
                owner.sql("select count(*) from capital.allotment")
                        .query(Long.class)
                        .single());
        facts.put(
                "movements",
                owner.sql("select count(*) from loan.movement")
                        .query(Long.class)
                        .single());
        var past = days.get(days.size() / 2);
        statements(beans, owner, past, facts);
        sources(beans, owner, past, facts);
        return facts;
    }

    private void statements(
            AnnotationConfigApplicationContext beans, JdbcClient owner, LocalDate day, Map<String, Object> facts) {
        var figures = beans.getBean(ContractFigures.class);
        var transactions = beans.getBean(Transactions.class);
        var codes = owner.sql(SOME_CONTRACTS)
                .param("most", STATEMENTS)
                .query((row, n) -> row.getString(1))
                .list();
        var took = new ArrayList<Long>();
        boolean agree = true;
        long plain = 0;
        for (var code : codes) {
            var lent = new long[1];
            took.add(millis(() -> lent[0] = transactions.read(
                    Actor.SYSTEM,
                    () -> figures.find(code, day)
                            .orElseThrow()
                            .total()
                            .outstanding()
                            .amount())));
            var scanned = new long[1];
            plain = millis(() -> scanned[0] = owner.sql(SCAN_CONTRACT)
                    .param("contract", code)
                    .param("day", day)
                    .query(Long.class)
                    .single());
            agree &= lent[0] == scanned[0];
        }
        var sorted = took.stream().sorted().toList();
        facts.put("statementDay", day.toString());
        facts.put("statementFirstMillis", took.getFirst());
        facts.put("statementMedianMillis", sorted.get(sorted.size() / 2));
        facts.put("statementWorstMillis", sorted.getLast());
        facts.put("statementBudgetMillis", STATEMENT_BUDGET_MILLIS);
        facts.put("statementHolds", sorted.getLast() <= STATEMENT_BUDGET_MILLIS);
        facts.put("statementPlainScanMillis", plain);
        facts.put("statementsAgree", agree);
        facts.put("ratio", ratio(plain, sorted.get(sorted.size() / 2)));
    }

    private static void sources(
            AnnotationConfigApplicationContext beans, JdbcClient owner, LocalDate day, Map<String, Object> facts) {
        var table = beans.getBean(SourceTable.class);
        var shown = new long[1];
        var scanned = new long[1];
        LongSupplier look = () -> shown[0] =
                table.at(Actor.SYSTEM, day.minusMonths(1), day).total().amount().amount();
        facts.put("sourcesFirstMillis", millis(look));
        long warm = millis(look);
        facts.put("sourcesMillis", warm);
        facts.put("sourcesBudgetMillis", SOURCES_BUDGET_MILLIS);
        facts.put("sourcesHold", warm <= SOURCES_BUDGET_MILLIS);
        long plain = millis(() -> scanned[0] =
                owner.sql(SCAN_SOURCES).param("day", day).query(Long.class).single());
        facts.put("sourcesPlainScanMillis", plain);
        facts.put("sourcesAgree", shown[0] == scanned[0]);
        facts.put("sourcesRatio", ratio(plain, warm));
    }

    private static BigDecimal ratio(long plain, long took) {
        return BigDecimal.valueOf(plain).divide(BigDecimal.valueOf(Math.max(1, took)), 2, RoundingMode.HALF_UP);
    }

    private static long millis(LongSupplier work) {
        long start = System.nanoTime();
        var _ = work.getAsLong();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
