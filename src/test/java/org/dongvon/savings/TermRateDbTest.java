package org.dongvon.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.savings.term.TermRates;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
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

/** An office's own rate of a term: from its day on, never above the country's ceiling of 4 % for six months. */
@PostgresTest
class TermRateDbTest {

    private static final AnnualRate OWN = new AnnualRate(3_800_000);
    private static final AnnualRate CEILING = new AnnualRate(4_000_000);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    TermRateDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void anOfficeSetsItsOwnRateFromADay() {
        var village = Village.in(beans, "LSA");
        var deposits = new OpenedDeposit(beans, village);
        var today = VillageDay.open(beans, village);
        long saver = deposits.person(today.lend(1, 1, "HONGHEO").members().getFirst());
        var from = dayAfterAll();
        long asked = ask(village, "LSA:6", OWN, from);
        assertThat(rows("LSA")).isZero();
        approve(village, asked);
        assertThat(rows("LSA")).isEqualTo(1);
        var before = deposits.open(today.session(), saver, 6, AtMaturity.RENEW, 1_000_000);

        assertThat(rate(before)).isEqualTo(CEILING.units());
        assertThat(rateOn(village, from.minusDays(1))).isEqualTo(CEILING);
        assertThat(rateOn(village, from)).isEqualTo(OWN);
    }

    @Test
    void refusesARateAboveTheCeilingAndOneOfAnotherOffice() {
        var village = Village.in(beans, "LSB");
        Village.in(beans, "LSC");
        var from = dayAfterAll();

        refuses(
                SavingsRefusal.TERM_RATE_ABOVE_CEILING,
                () -> ask(village, "LSB:6", new AnnualRate(CEILING.units() + 1), from));
        refuses(SavingsRefusal.TERM_RATE_OF_OTHERS, () -> ask(village, "LSC:6", OWN, from));
        refuses(SavingsRefusal.TERM_OUTSIDE, () -> ask(village, "LSB:61", OWN, from));
        refuses(SavingsRefusal.RULE_RETROACTIVE, () -> ask(village, "LSB:6", OWN, from.minusDays(2)));
        approve(village, ask(village, "LSB:6", CEILING, from));
        refuses(SavingsRefusal.RULE_NOT_LAST, () -> ask(village, "LSB:6", OWN, from));
    }

    private LocalDate dayAfterAll() {
        return owner.sql("select max(day) + 1 from organisation.business_day")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .single();
    }

    private AnnualRate rateOn(Village village, LocalDate day) {
        return beans.getBean(Transactions.class)
                .read(Actor.SYSTEM, () -> beans.getBean(TermRates.class).of(village.office, 6, day))
                .orElseThrow();
    }

    private long rows(String area) {
        return owner.sql("select count(*) from savings.term_rate where area = :area")
                .param("area", area)
                .query(Long.class)
                .single();
    }

    private long rate(String code) {
        return owner.sql(
                        "select p.rate from savings.term_period p join savings.term_deposit d on d.id = p.deposit_id where d.code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private long ask(Village village, String subject, AnnualRate rate, LocalDate from) {
        var wanted = Facts.none().rate("rate", rate).date("from", from);
        return beans.getBean(RequestChange.class)
                .run(
                        person(village, 1, Role.ACCOUNTANT),
                        new Proposal(
                                UUID.randomUUID(),
                                "savings.term-rate",
                                subject,
                                wanted,
                                new Basis("theo quyết định", "QD-131-2002", null)));
    }

    private void approve(Village village, long request) {
        beans.getBean(DecideChange.class).approve(person(village, 2, Role.MANAGER), UUID.randomUUID(), request);
    }

    private static Actor person(Village village, int number, Role role) {
        long id = village.office * 100 + 60 + number;
        return new Actor(id, id, "r" + number, "Ngô Thị Hảo", role, village.office, village.director.scope());
    }

    private static void refuses(Refusal rule, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
