package org.dongvon.supervision.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Borrowers who left: docs/domain/absence.md. */
@PostgresTest
class AbsenceDbTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final NoteAbsence note;

    AbsenceDbTest(ApplicationContext beans, OwnerDb owner, NoteAbsence note) {
        this.beans = beans;
        this.owner = owner;
        this.note = note;
    }

    @Test
    void isFollowedStepByStep() {
        var rows = Golden.rows("absence/steps");
        var village = Village.in(beans, "LEFT", TODAY, 18);
        var day = VillageDay.open(beans, village);
        var group = day.lend(1, rows.size() + 1, "HONGHEO", 10_000_000);
        day.end();
        var officer = as(village, Role.CREDIT_OFFICER, 91);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var code = code(group, i);
            for (var before : row.text("noted before").split(" ", -1)) {
                if (!before.equals("–")) {
                    note(officer, code, before, TODAY);
                }
            }
            if (row.text("answer").equals("noted")) {
                note(officer, code, row.text("step"), TODAY);
            } else {
                refused(AbsenceRefusal.valueOf(row.text("answer")), () -> note(officer, code, row.text("step"), TODAY));
            }
        }
        assertThat(owner.sql("select count(*) from supervision.v_absent")
                        .query(Long.class)
                        .single())
                .as("a notice, twice a notice with more, and left again")
                .isEqualTo(4);

        var last = code(group, rows.size());
        refused(AbsenceRefusal.ABSENCE_AHEAD, () -> note(officer, last, "REPORTED", TODAY.plusDays(1)));
        refused(AbsenceRefusal.ABSENCE_NOTE, () -> new Noted(AbsenceStep.REPORTED, null, TODAY, " x "));
        refused(AbsenceRefusal.ABSENCE_MEASURE_UNKNOWN, () -> new Noted(AbsenceStep.MEASURE, null, TODAY, "đi làm xa"));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> note(village.teller, last, "REPORTED", TODAY));
        note(officer, last, "REPORTED", TODAY.minusDays(3));
        refused(AbsenceRefusal.ABSENCE_BEFORE_LAST, () -> note(officer, last, "LISTED", TODAY.minusDays(4)));
        refused(SharedRefusal.ROLE_MAY_NOT, () -> note(as(village, Role.GROUP_HEAD, 92), last, "MEETING", TODAY));
        assertThatThrownBy(() -> owner.sql(
                                "insert into supervision.absence_step (loan_id, seq, point_id, kind, happened_on, booked_on,"
                                        + " note, role, before_seq, before_kind, submission)"
                                        + " select loan_id, 2, point_id, 'REPORTED', booked_on, booked_on, note, role, 1, 'REPORTED',"
                                        + " gen_random_uuid() from supervision.absence_step where loan_id = :loan")
                        .param("loan", group.loans().getLast())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("absence_step_open");
    }

    private void note(Actor actor, String code, String step, LocalDate day) {
        var kind = AbsenceStep.valueOf(step);
        note.run(
                actor,
                UUID.randomUUID(),
                code,
                new Noted(
                        kind,
                        kind == AbsenceStep.MEASURE ? AbsenceMeasure.SEARCH : null,
                        day,
                        "đi làm xa, không liên lạc"));
    }

    private String code(Village.GroupOfLoans group, int member) {
        return owner.sql("select code from loan.loan where id = :id")
                .param("id", group.loans().get(member))
                .query(String.class)
                .single();
    }

    private static Actor as(Village village, Role role, int number) {
        long id = village.office * 10 + number;
        return new Actor(
                id, id, "as" + id, "Người " + role, role, village.office, Scope.of(village.direct, village.point));
    }

    private static void refused(Refusal why, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refused.class)
                .extracting(each -> ((Refused) each).refusal())
                .isEqualTo(why);
    }
}
