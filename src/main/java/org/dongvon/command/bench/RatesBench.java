package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.programme.LoadReference;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeKinds;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench rates}: a new rate for a country of loans that all repaid once since its day. What both persons see
 * before, the approval of a retroactive one, which corrects every loan, and that of one from now on, which writes none;
 * beside one pass over all balances.
 */
public final class RatesBench {

    private static final String SERIES = "HONGHEO";
    private static final LocalDate OPEN = LocalDate.of(2026, 2, 10);
    private static final LocalDate BACK = LocalDate.of(2026, 1, 10);
    private static final Actor MAKER = person(1, Role.ACCOUNTANT);
    private static final Actor CHECKER = person(2, Role.MANAGER);

    private static final String DAYS = """
            update organisation.business_day set day = :day
            """;

    private static final String REPAID = """
            with paid as (
                insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                           principal, interest, constant)
                select m.journal_id, gen_random_uuid(), 1, m.loan_id, m.point_id, m.series_id, m.part, 'REPAYMENT', '2026-01-20',
                       -1000000, 0, 1000000::numeric * programme.in_term_index(m.series_id, '2026-01-20')
                  from loan.movement m
                returning loan_id, principal, constant)
            update loan.part p set principal = p.principal + paid.principal, constant = p.constant + paid.constant
              from paid where paid.loan_id = p.loan_id
            """;

    private static final String PASS = """
            select sum(principal) from loan.part
            """;

    private static final String WRITTEN = """
            select count(*) filter (where kind = 'RATE_CORRECTION') from loan.movement
            """;

    private static final String NOT_AS_MOVED = """
            select count(*)
              from loan.part p
              join (select loan_id, sum(principal) as principal, sum(constant) as constant from loan.movement group by loan_id) m
                on m.loan_id = p.loan_id
             where (p.principal, p.constant) is distinct from (m.principal, m.constant)
            """;

    // A row that nobody wrote keeps its transaction and its place.
    private static final String ROWS = """
            select sum(hashtextextended(p.xmin::text || p.ctid::text, 0)) from loan.part p
            """;

    private final int loans;

    /** A measurement among so many loans. */
    public RatesBench(int loans) {
        this.loans = loans;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 2, LoadReference::run)) {
            progress.accept("filling: " + loans + " loans");
            house.fill(108, loans / BenchCountry.MEMBERS);
            var owner = JdbcClient.create(house.owner());
            owner.sql(DAYS).param("day", OPEN).update();
            owner.sql(REPAID).update();
            owner.sql("vacuum (analyze)").update();
            return measure(house.beans(), owner, progress);
        }
    }

    private Map<String, Object> measure(
            AnnotationConfigApplicationContext beans, JdbcClient owner, Consumer<String> progress) {
        var kind = beans.getBean(ChangeKinds.class).get("programme.rate");
        var transactions = beans.getBean(Transactions.class);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "rates");
        facts.put("loans", loans);
        facts.put(
                "firstPassMillis", timed(() -> owner.sql(PASS).query(Long.class).single()));
        long pass = timed(() -> owner.sql(PASS).query(Long.class).single());
        facts.put("passMillis", pass);
        progress.accept("looking");
        facts.put(
                "previewMillis",
                timed(() -> transactions.read(CHECKER, () -> kind.preview(CHECKER, SERIES, wanted("6.1", OPEN)))));
        facts.put(
                "previewRetroactiveMillis",
                timed(() -> transactions.read(CHECKER, () -> kind.preview(CHECKER, SERIES, wanted("6.1", BACK)))));
        progress.accept("approving a retroactive rate");
        long retroactive = approve(beans, "6.1", BACK);
        facts.put("retroactiveMillis", retroactive);
        facts.put("corrections", owner.sql(WRITTEN).query(Long.class).single());
        facts.put(
                "balancesNotTheirMovements",
                owner.sql(NOT_AS_MOVED).query(Long.class).single());
        progress.accept("approving a rate from now on");
        var before = owner.sql(ROWS).query(BigDecimal.class).single();
        facts.put("prospectiveMillis", approve(beans, "6", OPEN.plusDays(1)));
        var after = owner.sql(ROWS).query(BigDecimal.class).single();
        facts.put("prospectiveWroteALoan", before.compareTo(after) != 0);
        facts.put(
                "ratio",
                BigDecimal.valueOf(retroactive).divide(BigDecimal.valueOf(Math.max(1, pass)), 1, RoundingMode.HALF_UP));
        return facts;
    }

    private static long approve(AnnotationConfigApplicationContext beans, String percent, LocalDate from) {
        long id = beans.getBean(RequestChange.class)
                .run(
                        MAKER,
                        new RequestChange.Proposal(
                                UUID.randomUUID(),
                                "programme.rate",
                                SERIES,
                                wanted(percent, from),
                                new Basis("bench", "QD-2553-2025", null)));
        return timed(() -> {
            beans.getBean(DecideChange.class).approve(CHECKER, UUID.randomUUID(), id);
            return id;
        });
    }

    private static Facts wanted(String percent, LocalDate from) {
        var inTerm = AnnualRate.ofPercent(percent);
        return Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", inTerm.times(1300));
    }

    private static long timed(Supplier<?> work) {
        long start = System.nanoTime();
        Objects.requireNonNull(work.get());
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Actor person(long id, Role role) {
        return new Actor(id, id, "bench", "bench", role, 0, Scope.COUNTRY);
    }
}
