package org.dongvon.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class CloseDayDbTest {

    private static final LocalDate FIRST = Village.FIRST_DAY;
    private static final LocalDate SESSION = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final Runs runs;

    CloseDayDbTest(ApplicationContext beans, OwnerDb owner, Runs runs) {
        this.beans = beans;
        this.owner = owner;
        this.runs = runs;
    }

    @Test
    void runsTheStepsInOrderAndClosesDaysWithoutWorkInOneGo() {
        var village = Village.in(beans, "CA");
        lend(village);

        var told = VillageDay.close(beans, village, SESSION.minusDays(1));

        assertThat(told)
                .extracting(step -> step.day() + " " + step.step() + " " + step.touched())
                .containsExactly(
                        "2024-04-18 sessions-reconciled 1",
                        "2024-04-18 freeze-ended 0",
                        "2024-04-18 overdue 0",
                        "2024-04-18 positions 1",
                        "2024-04-18 group-rating 0",
                        "2024-04-18 session-scores 1",
                        "2024-04-18 term-maturity 0",
                        "2024-04-18 seal 6",
                        "2024-04-18 next-day 1",
                        "2024-05-17 quiet-days 29");
        assertThat(openDay(village)).isEqualTo(SESSION);
    }

    @Test
    void refusesWhileASessionIsOpenAndGoesOnWhenItIsCounted() {
        var village = Village.in(beans, "CB");
        var day = VillageDay.open(beans, village);
        day.lend(1, 5, "HONGHEO");

        assertRefused(() -> VillageDay.close(beans, village, FIRST), SessionRefusal.SESSION_STILL_OPEN);
        assertThat(openDay(village)).isEqualTo(FIRST);
        day.end();
        VillageDay.close(beans, village, FIRST);

        assertThat(openDay(village)).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void letsOnlyTheDirectorOfTheOfficeClose() {
        var village = Village.in(beans, "CC");
        var other = Village.in(beans, "CD");
        var close = beans.getBean(CloseDay.class);
        var unit = VillageDay.unit(beans, village);
        var point = new Unit(village.point, "CC-01", Unit.Kind.POINT, "Điểm CC");

        assertRefused(
                () -> close.through(village.teller, unit, FIRST, CloseDayDbTest::ignore), SharedRefusal.ROLE_MAY_NOT);
        assertRefused(
                () -> close.through(other.director, unit, FIRST, CloseDayDbTest::ignore), ClosingRefusal.OTHER_OFFICE);
        assertRefused(
                () -> close.through(Actor.SYSTEM, point, FIRST, CloseDayDbTest::ignore), ClosingRefusal.NOT_AN_OFFICE);
        assertRefused(
                () -> close.through(village.director, unit, FIRST.minusDays(1), CloseDayDbTest::ignore),
                ClosingRefusal.ALREADY_CLOSED);
        assertThat(close.through(Actor.SYSTEM, unit, FIRST, CloseDayDbTest::ignore))
                .isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void goesOnWhereACrashCutItOff() {
        var village = Village.in(beans, "CE");
        lend(village);
        var counting = new Breaking("counting", List.of(), 0);
        var breaking = new Breaking("breaking", List.of("counting"), 1);
        var close = withSteps(counting, breaking);
        var unit = VillageDay.unit(beans, village);
        var told = new ArrayList<ClosedStep>();

        assertThatThrownBy(() -> close.through(Actor.SYSTEM, unit, FIRST, told::add))
                .isInstanceOf(IllegalStateException.class);
        assertThat(openDay(village)).isEqualTo(FIRST);
        close.through(Actor.SYSTEM, unit, FIRST, told::add);

        assertThat(told).extracting(ClosedStep::step).containsExactly("counting", "breaking", "next-day");
        assertThat(counting.ran).isEqualTo(1);
        assertThat(openDay(village)).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void startsTheStepsAgainWhenSomebodyPostsBetweenThem() {
        var village = Village.in(beans, "CF");
        var day = VillageDay.open(beans, village);
        day.lend(1, 5, "HONGHEO");
        var first = new Breaking("first", List.of(), 0);
        var second = new Breaking("second", List.of("first"), 0);
        var close = withSteps(first, second);
        var posted = new ArrayList<ClosedStep>();

        close.through(Actor.SYSTEM, VillageDay.unit(beans, village), FIRST, step -> {
            posted.add(step);
            if (posted.size() == 1) {
                day.lend(2, 5, "HONGHEO");
            }
        });

        assertThat(posted).extracting(ClosedStep::step).containsExactly("first", "first", "second", "next-day");
        assertThat(openDay(village)).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void givesUpWhenPostingsGoOn() {
        var village = Village.in(beans, "CG");
        var day = VillageDay.open(beans, village);
        var groups = new int[] {0};
        var close = withSteps(new Breaking("only", List.of(), 0));

        assertRefused(
                () -> close.through(
                        Actor.SYSTEM,
                        VillageDay.unit(beans, village),
                        FIRST,
                        step -> day.lend(++groups[0], 5, "HONGHEO")),
                ClosingRefusal.POSTINGS_GO_ON);
        assertThat(openDay(village)).isEqualTo(FIRST);
    }

    @Test
    void keepsFinishedClosesEvenFromTheOwner() {
        var village = Village.in(beans, "CH");
        lend(village);
        VillageDay.close(beans, village, FIRST);

        assertThatThrownBy(() -> owner.sql("update closing.run set actor_id = 7 where office_id = " + village.office)
                        .update())
                .hasMessageContaining("is finished");
        assertThatThrownBy(() -> owner.sql("delete from closing.step_run").update())
                .hasMessageContaining("never emptied");
    }

    @Test
    void refusesStepsThatWaitForEachOther() {
        assertThatThrownBy(() -> withSteps(new Breaking("a", List.of("b"), 0), new Breaking("b", List.of("a"), 0)))
                .hasMessageContaining("wait for each other");
        assertThatThrownBy(() -> withSteps(new Breaking("a", List.of("c"), 0))).hasMessageContaining("unknown step: c");
        assertThatThrownBy(() -> withSteps(new Breaking("a", List.of(), 0), new Breaking("a", List.of(), 0)))
                .hasMessageContaining("two steps named a");
    }

    private CloseDay withSteps(DailyStep... steps) {
        return new CloseDay(
                new DailySteps(List.of(steps)),
                runs,
                beans.getBean(BusinessDays.class),
                beans.getBean(Transactions.class));
    }

    private void lend(Village village) {
        var day = VillageDay.open(beans, village);
        day.lend(1, 5, "HONGHEO");
        day.end();
    }

    private LocalDate openDay(Village village) {
        return beans.getBean(BusinessDays.class).today(village.office);
    }

    private static void ignore(ClosedStep step) {}

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refusal refusal) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    /** A step that fails so many times before it works. */
    private static final class Breaking implements DailyStep {

        private final String name;
        private final List<String> after;
        private int failures;
        private int ran;

        Breaking(String name, List<String> after, int failures) {
            this.name = name;
            this.after = after;
            this.failures = failures;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<String> after() {
            return after;
        }

        @Override
        public long run(Actor actor, long officeId, LocalDate day) {
            if (failures-- > 0) {
                throw new IllegalStateException("the power went out");
            }
            return ++ran;
        }
    }
}
