package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.loan.Repayments;
import org.dongvon.programme.LoadReference;
import org.dongvon.savings.Deposits;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench scope}: what row-level security costs a reader. The first page of the loan list, a count of a point's loans
 * and the balances of one sheet, each by somebody with one point, by somebody with a province of 270 points, by somebody
 * who sees one association of that province, and by the same province with row-level security taken off all tables.
 */
public final class ScopeBench {

    private static final int OFFICES = 108;
    private static final int POINTS_OF_PROVINCE = 270;
    private static final int WARM_UP = 10;

    private static final String PAGE = """
            with page as (
                select l.id, l.code
                  from organisation.point pt
                  cross join lateral (
                       select x.id, x.code
                         from loan.loan x
                        where x.point_id = pt.id
                          and case when ((select shared.scope_association()) is null or x.association = (select shared.scope_association()))
                                    and ((select shared.scope_group()) is null or x.group_id = (select shared.scope_group()))
                                    and ((select shared.scope_person()) is null or x.borrower_id = (select shared.scope_person()))
                                   then true else false end
                        order by x.code using ~<~
                        limit 51) l
                 where pt.id <@ (select shared.scope())
                 order by l.code using ~<~
                 limit 51)
            select l.code, p.full_name, g.code as group_code, l.amount, b.outstanding
              from page
              join loan.loan l on l.id = page.id
              join household.person p on p.id = l.borrower_id
              left join "group".credit_group g on g.id = l.group_id
              left join lateral (select coalesce(sum(t.principal), 0)::bigint as outstanding
                                   from loan.part t where t.loan_id = l.id) b on true
             order by page.code using ~<~
            """;

    private static final String COUNT = """
            select count(*), sum(amount) from loan.loan where point_id = any (:points)
            """;

    private static final String TAKE_OFF = """
            do $$ declare t regclass; begin
                for t in select oid from pg_class where relrowsecurity loop
                    execute format('alter table %s disable row level security', t);
                end loop;
            end $$
            """;

    private static final String PUT_ON = """
            do $$ declare t regclass; begin
                for t in select polrelid from pg_policy loop
                    execute format('alter table %s enable row level security', t);
                end loop;
            end $$
            """;

    private final int loans;
    private final int repeats;

    /**
     * A measurement.
     *
     * @param loans how many loans the country has
     * @param repeats how often each question is asked of each reader; the median counts
     */
    public ScopeBench(int loans, int repeats) {
        this.loans = loans;
        this.repeats = repeats;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 1, LoadReference::run)) {
            progress.accept("filling: " + loans + " loans at " + OFFICES * 5 + " points");
            var points = house.fill(OFFICES, loans / BenchCountry.MEMBERS);
            return new Readers(house.beans(), JdbcClient.create(house.owner()), points).measure(progress);
        }
    }

    /** Those who ask, and what they ask. */
    private final class Readers {

        private final JdbcClient db;
        private final JdbcClient owner;
        private final Transactions transactions;
        private final Repayments repayments;
        private final Deposits deposits;
        private final List<Long> province;

        Readers(AnnotationConfigApplicationContext beans, JdbcClient owner, List<BenchPoint> points) {
            this.db = beans.getBean(JdbcClient.class);
            this.owner = owner;
            this.transactions = beans.getBean(Transactions.class);
            this.repayments = beans.getBean(Repayments.class);
            this.deposits = beans.getBean(Deposits.class);
            this.province = points.stream()
                    .limit(POINTS_OF_PROVINCE)
                    .map(BenchPoint::id)
                    .toList();
        }

        Map<String, Object> measure(Consumer<String> progress) {
            var one = actor(Scope.of(province.subList(0, 1)));
            var many = actor(Scope.of(province));
            var women = actor(Scope.of(province).narrowedTo(Narrowing.ofAssociation("HPN")));
            progress.accept("asking: " + repeats + " times each, with row-level security");
            var facts = new LinkedHashMap<String, Object>();
            facts.put("benchmark", "scope");
            facts.put("loans", loans);
            facts.put("pointsOfProvince", province.size());
            var onePoint = micros(one);
            var provinceWide = micros(many);
            var association = micros(women);
            var plans = transactions.read(many, () -> plan(PAGE));
            var planOfOnePoint = transactions.read(one, () -> plan(PAGE));
            progress.accept("asking: without row-level security");
            owner.sql(TAKE_OFF).update();
            var without = micros(many);
            owner.sql(PUT_ON).update();
            facts.put("onePointMicros", onePoint);
            facts.put("provinceMicros", provinceWide);
            facts.put("associationMicros", association);
            facts.put("withoutRowSecurityMicros", without);
            facts.put("ratio", ratios(provinceWide, without));
            facts.put("associationRatio", ratios(association, without));
            facts.put("planOfPage", plans);
            facts.put("planOfOnePoint", planOfOnePoint);
            return facts;
        }

        private Map<String, Long> micros(Actor actor) {
            var sheet = LongStream.range(0, BenchCountry.MEMBERS)
                    .mapToObj(i -> BenchCountry.BASE + 1 + i)
                    .toList();
            var took = new LinkedHashMap<String, Long>();
            took.put(
                    "page",
                    median(actor, () -> db.sql(PAGE).query().listOfRows().size()));
            took.put(
                    "count",
                    median(
                            actor,
                            () -> db.sql(COUNT)
                                    .param("points", province.toArray(Long[]::new))
                                    .query()
                                    .listOfRows()
                                    .size()));
            took.put(
                    "sheet", median(actor, () -> java.util.Objects.hash(repayments.read(sheet), deposits.read(sheet))));
            return took;
        }

        private long median(Actor actor, Supplier<Integer> question) {
            var took = new ArrayList<Long>();
            for (int i = -WARM_UP; i < repeats; i++) {
                long start = System.nanoTime();
                transactions.read(actor, question);
                if (i >= 0) {
                    took.add((System.nanoTime() - start) / 1000);
                }
            }
            return took.stream().sorted().toList().get(took.size() / 2);
        }

        private List<String> plan(String sql) {
            return db.sql("explain (analyze, buffers, timing off) " + sql)
                    .query((row, n) -> row.getString(1))
                    .list();
        }

        private static Map<String, BigDecimal> ratios(Map<String, Long> measured, Map<String, Long> baseline) {
            var ratios = new LinkedHashMap<String, BigDecimal>();
            measured.forEach((question, micros) -> ratios.put(
                    question,
                    BigDecimal.valueOf(micros)
                            .divide(
                                    BigDecimal.valueOf(baseline.getOrDefault(question, micros)),
                                    2,
                                    RoundingMode.HALF_UP)));
            return ratios;
        }

        private static Actor actor(Scope scope) {
            return new Actor(1, 1, "bench", "bench", Role.AUDITOR, 0, scope);
        }
    }
}
