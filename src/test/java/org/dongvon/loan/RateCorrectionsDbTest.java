package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PrincipalMovement;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RetroactiveRate;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The corrections of a retroactive rate against the engine's own arithmetic, for seeded movements of two parts. */
@PostgresTest
class RateCorrectionsDbTest {

    private static final LocalDate OPEN = LocalDate.of(2025, 12, 20);
    private static final Actor ACCOUNTANT = headOffice(1, Role.ACCOUNTANT);
    private static final Actor MANAGER = headOffice(2, Role.MANAGER);

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final Programmes programmes;

    RateCorrectionsDbTest(ApplicationContext beans) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
        this.programmes = beans.getBean(Programmes.class);
    }

    @Test
    void correctsAsTheEngineDoes() {
        var random = new SplittableRandom(20251220);
        var village = Village.in(beans, "SEEDS", OPEN, 20);
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, 60, "SXKDVKK", 20_000_000);
        int series =
                programmes.current().rates().ofProgramme("SXKDVKK").getFirst().id();
        var from = LocalDate.of(2025, 12, 2);
        Map<String, List<PrincipalMovement>> expected = new TreeMap<>();
        for (long loan : group.loans()) {
            for (int i = 0; i < 8; i++) {
                var part = random.nextBoolean() ? Part.IN_TERM : Part.OVERDUE;
                var value = LocalDate.of(2025, 11, 25).plusDays(random.nextInt(25));
                long delta = random.nextLong(-5_000_000, 5_000_000);
                plant(loan, series, new Planted(part, value, delta));
                expected.computeIfAbsent(loan + " " + part, key -> new ArrayList<>())
                        .add(new PrincipalMovement(value, delta));
            }
            expected.computeIfAbsent(loan + " IN_TERM", key -> new ArrayList<>())
                    .add(new PrincipalMovement(OPEN, 20_000_000));
        }
        var before = programmes.current().rates().series(series);

        approve(ask("SXKDVKK", "6.5", from));

        assertThat(owner.sql(
                                "select count(distinct (t.xmin::text, t.cmin::text)) from (select xmin, cmin from loan.movement"
                                        + " where kind = 'RATE_CORRECTION' and series_id = :series"
                                        + " union all select p.xmin, p.cmin from loan.part p where p.series_id = :series) t")
                        .param("series", series)
                        .query(Long.class)
                        .single())
                .as("statements that wrote movements and balances")
                .isEqualTo(1);
        var after = before.with(RateChange.of(from, AnnualRate.ofPercent("6.5")));
        assertThat(programmes.current().rates().series(series)).isEqualTo(after);
        expected.forEach((key, movements) -> {
            var part = Part.valueOf(key.substring(key.indexOf(' ') + 1));
            assertThat(corrected(Long.parseLong(key.substring(0, key.indexOf(' '))), part))
                    .as(key)
                    .isEqualTo(RetroactiveRate.correction(part, before, after, movements));
        });
    }

    private record Planted(Part part, LocalDate value, long delta) {}

    private void plant(long loan, int series, Planted planted) {
        owner.sql("""
                        insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind,
                                                   value_date, principal, interest, constant)
                        select m.journal_id, gen_random_uuid(), 1, m.loan_id, m.point_id, :series, :part, 'TO_OVERDUE', :value, :delta, 0, 0
                          from loan.movement m where m.loan_id = :loan and m.kind = 'DISBURSEMENT'
                        """)
                .param("series", series)
                .param("part", planted.part().name())
                .param("value", planted.value())
                .param("delta", planted.delta())
                .param("loan", loan)
                .update();
        owner.sql("""
                        insert into loan.part (loan_id, series_id, part, point_id, principal, constant)
                        select loan_id, series_id, 'OVERDUE', point_id, 0, 0 from loan.part where loan_id = :loan and part = 'IN_TERM'
                            on conflict do nothing
                        """).param("loan", loan).update();
    }

    private BigInteger corrected(long loan, Part part) {
        return owner.sql("select coalesce(sum(constant), 0) from loan.movement"
                        + " where loan_id = :loan and part = :part and kind = 'RATE_CORRECTION'")
                .param("loan", loan)
                .param("part", part.name())
                .query(BigDecimal.class)
                .single()
                .toBigIntegerExact();
    }

    private long ask(String series, String percent, LocalDate from) {
        return beans.getBean(RequestChange.class)
                .run(
                        ACCOUNTANT,
                        new Proposal(
                                UUID.randomUUID(),
                                "programme.rate",
                                series,
                                wanted(percent, from),
                                new Basis("theo quyết định", "QD-2553-2025", null)));
    }

    private static Facts wanted(String percent, LocalDate from) {
        var inTerm = AnnualRate.ofPercent(percent);
        return Facts.none().date("from", from).rate("in-term", inTerm).rate("overdue", inTerm.times(1300));
    }

    private void approve(long id) {
        beans.getBean(DecideChange.class).approve(MANAGER, UUID.randomUUID(), id);
    }

    private static Actor headOffice(long id, Role role) {
        return new Actor(id, id, role.name(), "Hội sở " + role, role, 0, Scope.COUNTRY);
    }
}
