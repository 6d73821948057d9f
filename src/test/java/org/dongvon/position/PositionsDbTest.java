package org.dongvon.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class PositionsDbTest {

    private static final LocalDate NEXT_SESSION = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final Positions positions;
    private final OwnerDb owner;

    PositionsDbTest(ApplicationContext beans, Positions positions, OwnerDb owner) {
        this.beans = beans;
        this.positions = positions;
        this.owner = owner;
    }

    @Test
    void showsAClosedDayForEverAndTheOpenDayWithItsMovements() {
        var village = Village.in(beans, "PA");
        var group = firstDay(village, 5);
        close(village, NEXT_SESSION.minusDays(1));
        var session = VillageDay.open(beans, village);
        session.repay(group, 0, 7_000_000);

        var unit = unit(village);

        var closed = positions.at(Actor.SYSTEM, unit, NEXT_SESSION.minusDays(1));
        assertThat(closed.outstanding()).isEqualTo(new Dong(250_000_000));
        assertThat(closed.isProvisional()).isFalse();
        var open = positions.at(Actor.SYSTEM, unit, NEXT_SESSION);
        assertThat(open.outstanding()).isEqualTo(new Dong(243_000_000));
        assertThat(open.isProvisional()).isTrue();
        assertThat(open.closedThrough()).isEqualTo(NEXT_SESSION.minusDays(1));

        session.end();
        close(village, NEXT_SESSION);

        var later = positions.at(Actor.SYSTEM, unit, NEXT_SESSION.minusDays(1));
        assertThat(later.cells()).isEqualTo(closed.cells());
        assertThat(later.heads()).isEqualTo(closed.heads());
        assertThat(positions.at(Actor.SYSTEM, unit, NEXT_SESSION))
                .satisfies(day -> assertThat(day.isProvisional()).isFalse())
                .extracting(Position::outstanding)
                .isEqualTo(new Dong(243_000_000));
    }

    @Test
    void countsAHouseholdOnceHoweverManyLoansItHas() {
        var village = Village.in(beans, "PB");
        var first = VillageDay.open(beans, village);
        var poor = first.lend(1, 5, "HONGHEO");
        first.lendAgain(poor, 2, "NUOCSACH", 1);
        first.end();
        close(village, Village.FIRST_DAY);

        var position = positions.at(Actor.SYSTEM, unit(village), Village.FIRST_DAY);

        assertThat(position.everyone()).isEqualTo(new HeadCount(5, 5, 7, 2));
        assertThat(position.heads(Dimension.PROGRAMME, programme("HONGHEO"))).isEqualTo(new HeadCount(5, 5, 5, 0));
        assertThat(position.heads(Dimension.PROGRAMME, programme("NUOCSACH"))).isEqualTo(new HeadCount(2, 2, 2, 2));
        assertThat(position.heads(Dimension.ASSOCIATION, "HPN")).isEqualTo(new HeadCount(5, 5, 7, 2));
        assertThat(position.byProgramme().values().stream().reduce(Dong.ZERO, Dong::plus))
                .isEqualTo(position.outstanding());
    }

    @Test
    void countsAHouseholdUntilItsLastLoanIsPaidOff() {
        var village = Village.in(beans, "PC");
        var first = VillageDay.open(beans, village);
        var poor = first.lend(1, 5, "HONGHEO");
        first.lendAgain(poor, 2, "NUOCSACH", 1);
        first.end();
        close(village, NEXT_SESSION.minusDays(1));
        var session = VillageDay.open(beans, village);
        session.repay(poor, 0, 50_000_000);
        session.repay(poor, 4, 50_000_000);
        session.end();
        close(village, NEXT_SESSION);

        var position = positions.at(Actor.SYSTEM, unit(village), NEXT_SESSION);

        assertThat(position.everyone()).isEqualTo(new HeadCount(4, 4, 5, 2));
        assertThat(position.heads(Dimension.PROGRAMME, programme("HONGHEO"))).isEqualTo(new HeadCount(3, 3, 3, 0));
        assertThat(position.heads(Dimension.PROGRAMME, programme("NUOCSACH"))).isEqualTo(new HeadCount(2, 2, 2, 2));
    }

    @Test
    void comesToTheSameRowsWhenTheStepRunsTwice() {
        var village = Village.in(beans, "PD");
        firstDay(village, 6);
        close(village, NEXT_SESSION.minusDays(1));
        var session = VillageDay.open(beans, village);
        session.lend(2, 5, "CANNGHEO", 30_000_000);
        var step = beans.getBean(PositionStep.class);
        var transactions = beans.getBean(org.dongvon.shared.Transactions.class);

        transactions.write(Actor.SYSTEM, () -> step.run(Actor.SYSTEM, village.office, NEXT_SESSION));
        session.lend(3, 5, "CANNGHEO", 20_000_000);
        var beforeClose = positions.at(Actor.SYSTEM, unit(village), NEXT_SESSION);
        transactions.write(Actor.SYSTEM, () -> step.run(Actor.SYSTEM, village.office, NEXT_SESSION));
        transactions.write(Actor.SYSTEM, () -> step.run(Actor.SYSTEM, village.office, NEXT_SESSION));
        session.end();
        close(village, NEXT_SESSION);

        var position = positions.at(Actor.SYSTEM, unit(village), NEXT_SESSION);
        assertThat(position.outstanding()).isEqualTo(beforeClose.outstanding()).isEqualTo(new Dong(550_000_000));
        assertThat(position.everyone()).isEqualTo(new HeadCount(16, 16, 16, 0));
        assertThat(openRows(village)).isEqualTo(rowsOf(village, "2024-05-18") + 1);
        assertThat(sum(
                        "select sum(f.disbursed) from position.flow f where f.business_date = '2024-05-18' and f.point_id = "
                                + village.point))
                .isEqualTo(250_000_000);
    }

    @Test
    void refusesADayBeforeTheBooks() {
        var village = Village.in(beans, "PE");
        firstDay(village, 5);
        var unit = unit(village);

        assertThatThrownBy(() -> positions.at(Actor.SYSTEM, unit, Village.FIRST_DAY))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(PositionRefusal.BEFORE_BOOKS));
        close(village, Village.FIRST_DAY);

        assertThat(positions.at(Actor.SYSTEM, unit, Village.FIRST_DAY).outstanding())
                .isEqualTo(new Dong(250_000_000));
        assertThatThrownBy(() -> positions.at(Actor.SYSTEM, unit, Village.FIRST_DAY.minusDays(1)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(PositionRefusal.BEFORE_BOOKS));
    }

    @Test
    void neverChangesAClosedDayNotEvenForTheOwner() {
        var village = Village.in(beans, "PF");
        firstDay(village, 5);
        close(village, Village.FIRST_DAY);

        for (var sql : List.of(
                "update position.total set principal = principal + 1 where point_id = " + village.point,
                "delete from position.total where point_id = " + village.point,
                "update position.headcount set households = 4 where point_id = " + village.point,
                "update position.flow set interest = 1 where point_id = " + village.point)) {
            assertThatThrownBy(() -> owner.sql(sql).update()).hasMessageContaining("changes on the open day");
        }
    }

    @Test
    void rollsOfficesUpAndSaysWhichHaveNotClosed() {
        var first = Village.in(beans, "PG");
        var second = Village.in(beans, "PH");
        var province = owner.sql("""
                        insert into organisation.unit (code, kind, name, valid_from) values ('PGPH', 'PROVINCE', 'Tỉnh', '2003-01-01')
                        returning id
                        """).query(Long.class).single();
        owner.sql("insert into organisation.unit_parent values (:a, :p, '[2003-01-01,)'), (:b, :p, '[2003-01-01,)')")
                .param("a", first.office)
                .param("b", second.office)
                .param("p", province)
                .update();
        firstDay(first, 5);
        firstDay(second, 6);
        close(first, Village.FIRST_DAY.plusDays(3));
        close(second, Village.FIRST_DAY);
        var unit = beans.getBean(Units.class).byCode("PGPH");

        var position = positions.at(Actor.SYSTEM, unit, Village.FIRST_DAY.plusDays(1));

        assertThat(position.outstanding()).isEqualTo(new Dong(550_000_000));
        assertThat(position.everyone().households()).isEqualTo(11);
        assertThat(position.offices()).isEqualTo(2);
        assertThat(position.openOffices()).isEqualTo(1);
        assertThat(positions.at(Actor.SYSTEM, unit, Village.FIRST_DAY).isProvisional())
                .isFalse();
    }

    private GroupOfLoans firstDay(Village village, int members) {
        var session = VillageDay.open(beans, village);
        var group = session.lend(1, members, "HONGHEO");
        session.end();
        return group;
    }

    private void close(Village village, LocalDate through) {
        VillageDay.close(beans, village, through);
    }

    private Unit unit(Village village) {
        return VillageDay.unit(beans, village);
    }

    private int programme(String code) {
        return beans.getBean(Programmes.class).current().programme(code).id();
    }

    private long openRows(Village village) {
        return sum("select count(*) from position.total where valid_to = 'infinity' and point_id = " + village.point);
    }

    private long rowsOf(Village village, String day) {
        return sum(
                "select count(*) from position.total where valid_from = '" + day + "' and point_id = " + village.point);
    }

    private long sum(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }
}
