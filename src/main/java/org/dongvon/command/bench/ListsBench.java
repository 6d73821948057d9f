package org.dongvon.command.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.programme.LoadReference;
import org.dongvon.report.why.Changed;
import org.dongvon.report.why.WhyChanged;
import org.dongvon.report.worklist.WorkListPages;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench lists}: the work lists of an office of 20 000 loans among 100 000, 19 in 20 of which paid a month ago, and why its
 * points' balances changed; the third call of each, beside one pass over all balances.
 */
public final class ListsBench {

    private static final int OFFICES = 5;
    private static final int CALLS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private static final String DAYS = """
            update organisation.business_day set day = :day
            """;

    private static final String PAID = """
            with paid as (
                insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                           principal, interest, constant)
                select m.journal_id, gen_random_uuid(), 1, m.loan_id, m.point_id, m.series_id, m.part, 'REPAYMENT', '2026-02-18',
                       -16600000, 1, 50000000::numeric * programme.in_term_index(m.series_id, '2024-04-18')
                                     - 33400000::numeric * programme.in_term_index(m.series_id, '2026-02-18')
                  from loan.movement m
                 where m.loan_id % 20 <> 0
                returning loan_id, principal, constant)
            update loan.part p set principal = p.principal + paid.principal, constant = p.constant + paid.constant
              from paid where paid.loan_id = p.loan_id
            """;

    private static final String PASS = """
            select count(*) from loan.part where principal > 1
            """;

    private final int groups;

    /** A measurement among so many groups of 40 members. */
    public ListsBench(int groups) {
        this.groups = groups;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 2, LoadReference::run)) {
            progress.accept("filling: " + groups * BenchCountry.MEMBERS + " loans");
            var points = house.fill(OFFICES, groups);
            var owner = JdbcClient.create(house.owner());
            owner.sql(DAYS).param("day", TODAY).update();
            owner.sql(PAID).update();
            owner.sql("vacuum (analyze)").update();
            var facts = new LinkedHashMap<String, Object>();
            facts.put("benchmark", "lists");
            facts.put("loans", groups * BenchCountry.MEMBERS);
            facts.put("passMillis", third(() -> owner.sql(PASS).query(Integer.class).single()));
            progress.accept("lists");
            var first = points.getFirst();
            var office = points.stream()
                    .filter(point -> point.office() == first.office())
                    .map(BenchPoint::id)
                    .toList();
            var reader = new Actor(
                    1, 1, "bench", "bench", Role.CREDIT_OFFICER, first.office(), Scope.of(office));
            var pages = house.beans().getBean(WorkListPages.class);
            for (var code : pages.codes(reader)) {
                facts.put(code, third(() -> pages.load(reader, code)));
            }
            facts.put("home", third(() -> pages.loadHome(reader)));
            var why = house.beans().getBean(WhyChanged.class);
            var period = new Changed.Period(TODAY.minusMonths(1), TODAY);
            var code = owner.sql("select code from organisation.unit where id = :id")
                    .param("id", first.id())
                    .query(String.class)
                    .single();
            facts.put("whyOfPoint", third(() -> why.of(reader, Changed.Of.POINT, code, period).moves().size()));
            return facts;
        }
    }

    private static long third(IntSupplier work) {
        long millis = 0;
        for (int call = 0; call < CALLS; call++) {
            long start = System.nanoTime();
            var rows = work.getAsInt();
            millis = (System.nanoTime() - start) / 1_000_000;
            if (rows < 0) {
                throw new IllegalStateException("no count is below zero");
            }
        }
        return millis;
    }
}
