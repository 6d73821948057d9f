package org.dongvon.session.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.organisation.RegisterUnits.PointPlace;
import org.dongvon.organisation.Unit;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession.Opening;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** One team does not serve two points at one time: rule V24 of the handbook. */
@PostgresTest
class TeamDbTest {

    private final ApplicationContext beans;
    private final OpenSession open;

    TeamDbTest(ApplicationContext beans, OpenSession open) {
        this.beans = beans;
        this.open = open;
    }

    @Test
    void aTeamGoesOnToTheNextPointWhenItHasClosedTheFirst() {
        var village = Village.in(beans, "TEAM");
        long second = beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
            var units = beans.getBean(RegisterUnits.class);
            long id = units.register(
                    "TEAM-02", Unit.Kind.POINT, "Điểm thứ hai", village.office, LocalDate.of(2003, 1, 1));
            units.placePoint(id, new PointPlace(village.office, null, 18, "nhà văn hóa"));
            return id;
        });
        long first = village.openSession(0);

        refused(village, second, other(village.leader, village, second).id());
        assertThat(open(wide(village.leader, village, second), village, village.direct, 0))
                .as("the counter at the office is no point that a team drives to")
                .isPositive();
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), first, CashCount.of(Dong.ZERO), "");
        assertThat(open(wide(village.leader, village, second), village, second, 0))
                .isPositive();
    }

    /** With another leader and teller, the controller alone is at the first point still. */
    private void refused(Village village, long point, long leader) {
        assertThatThrownBy(() -> open(other(village.leader, village, point), village, point, 50))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(SessionRefusal.TEAM_AT_ANOTHER_POINT);
                    assertThat(refused.facts()).contains("Điểm TEAM", Village.FIRST_DAY);
                });
        assertThat(leader).isNotEqualTo(village.leader.id());
    }

    private long open(Actor leader, Village village, long point, long shift) {
        return open.run(
                leader,
                UUID.randomUUID(),
                new Opening(point, village.teller.id() + shift, village.controller.id(), Dong.ZERO));
    }

    private static Actor other(Actor actor, Village village, long second) {
        return as(actor, actor.id() + 70, village, second);
    }

    private static Actor wide(Actor actor, Village village, long second) {
        return as(actor, actor.id(), village, second);
    }

    private static Actor as(Actor actor, long id, Village village, long second) {
        return new Actor(
                id,
                id,
                actor.login(),
                actor.name(),
                actor.role(),
                village.office,
                Scope.of(village.direct, village.point, second));
    }
}
