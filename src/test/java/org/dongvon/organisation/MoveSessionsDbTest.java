package org.dongvon.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** One decision moves or cancels all sessions of a period; what is due moves with them. */
@PostgresTest
class MoveSessionsDbTest {

    private final ApplicationContext beans;
    private final MoveSessions sessions;
    private final SessionCalendar calendar;
    private final Units units;
    private final OwnerDb owner;

    MoveSessionsDbTest(
            ApplicationContext beans, MoveSessions sessions, SessionCalendar calendar, Units units, OwnerDb owner) {
        this.beans = beans;
        this.sessions = sessions;
        this.calendar = calendar;
        this.units = units;
        this.owner = owner;
    }

    @Test
    void makesUpSevenDaysLaterWhenTheSecondPersonApproves() {
        var village = Village.in(beans, "BAOA");
        var point = units.point(village.point);
        var asked = wanted(village, "2024-05-10", "2024-05-20", 7);

        long request = ask(village, asked);
        assertThat(calendar.nextSession(point, day("2024-05-01"))).isEqualTo("2024-05-18");
        approve(village, request);

        assertThat(asked.textOf("sessions")).isEqualTo("BAOA-01 25/05/2024");
        assertThat(calendar.nextSession(point, day("2024-05-01"))).isEqualTo("2024-05-25");
        refuses(
                OrganisationRefusal.SESSION_ALREADY_MOVED,
                () -> ask(village, wanted(village, "2024-05-18", "2024-05-18", 3)));
    }

    @Test
    void aCancelledSessionsDuesAreDueAtTheNext() {
        var village = Village.in(beans, "BAOB");
        var group = village.group(1, 1, "HONGHEO", 36_000_000, Village.FIRST_DAY);
        village.payOut(village.openSession(100_000_000), group);
        assertThat(firstDue(group)).isEqualTo("2025-04-18");

        approve(village, ask(village, wanted(village, "2025-04-18", "2025-04-18", 0)));

        assertThat(firstDue(group)).isEqualTo("2025-05-18");
        assertThat(calendar.planned(village.office, day("2025-04-01"), day("2025-05-31")))
                .extracting(each -> each.nominal() + " " + each.actual())
                .containsExactly("2025-04-18 2025-05-18", "2025-05-18 2025-05-18");
    }

    @Test
    void refusesWhatIsPastEmptyTooLongOrTooFar() {
        var village = Village.in(beans, "BAOC");

        refuses(
                OrganisationRefusal.SESSION_DAY_PAST,
                () -> ask(village, wanted(village, "2024-04-18", "2024-04-18", 7)));
        refuses(
                OrganisationRefusal.NO_SESSION_BETWEEN,
                () -> ask(village, wanted(village, "2024-05-19", "2024-06-17", 7)));
        refuses(OrganisationRefusal.PERIOD_OUT_OF_RANGE, () -> wanted(village, "2024-05-01", "2024-06-01", 7));
        refuses(OrganisationRefusal.PERIOD_OUT_OF_RANGE, () -> wanted(village, "2024-05-02", "2024-05-01", 7));
        refuses(OrganisationRefusal.SHIFT_OUT_OF_RANGE, () -> wanted(village, "2024-05-01", "2024-05-31", 26));
        assertThat(wanted(village, "2024-05-01", "2024-05-31", 25).textOf("sessions"))
                .endsWith("12/06/2024");
    }

    private Facts wanted(Village village, String from, String through, int later) {
        return beans.getBean(Transactions.class)
                .read(village.leader, () -> sessions.wanted(village.code, day(from), day(through), later));
    }

    private long ask(Village village, Facts wanted) {
        var basis = new Basis("Bão số 3, công điện của tỉnh", null, null);
        return beans.getBean(RequestChange.class)
                .run(village.leader, new Proposal(UUID.randomUUID(), MoveSessions.NAME, village.code, wanted, basis));
    }

    private void approve(Village village, long request) {
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), request);
    }

    private String firstDue(Village.GroupOfLoans group) {
        return owner.sql("select min(due_on)::text from loan.v_instalment where loan_id = :loan")
                .param("loan", group.loans().getFirst())
                .query(String.class)
                .single();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static void refuses(OrganisationRefusal refusal, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
