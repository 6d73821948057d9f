package org.dongvon.organisation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Another day for one session of a point: due dates of that day move with it, and no loan is written. The subject is the
 * point's code. Example: the session of 18/02/2026, in the Lunar New Year, is held on 25/02/2026.
 */
@Component
public class MoveSession implements SessionDayChange {

    public static final String NAME = "organisation.session-day";

    private static final String MOVED_TO = """
            select actual from organisation.session_date_change where point_id = :point and nominal = :nominal
            """;

    private static final String MOVE = """
            insert into organisation.session_date_change (point_id, nominal, actual, reason)
            values (:point, :nominal, :actual, :reason)
            """;

    private final JdbcClient db;
    private final Units units;
    private final BusinessDays days;
    private final SessionCalendar calendar;

    MoveSession(JdbcClient db, Units units, BusinessDays days, SessionCalendar calendar) {
        this.db = db;
        this.units = units;
        this.days = days;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        return units.title(subject);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return point(subject).id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var point = point(subject);
        var nominal = wanted.dateOf("nominal");
        return Facts.none().date("nominal", nominal).date("actual", movedTo(point, nominal));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var point = point(subject);
        var nominal = wanted.dateOf("nominal");
        var actual = wanted.dateOf("actual");
        var today = days.hold(point.officeId());
        var sessionDay = point.sessionDay();
        if (sessionDay == null || !sessionDay.inMonth(YearMonth.from(nominal)).equals(nominal)) {
            throw new Refused(OrganisationRefusal.NO_SESSION_ON, nominal, point.name());
        }
        if (!nominal.isAfter(today) || actual.isBefore(today)) {
            throw new Refused(OrganisationRefusal.SESSION_DAY_PAST, nominal, actual, today);
        }
        if (!current.dateOf("actual").equals(nominal)) {
            throw new Refused(OrganisationRefusal.SESSION_ALREADY_MOVED, nominal, current.dateOf("actual"));
        }
        if (calendar.isSessionDay(point, actual)) {
            throw new Refused(OrganisationRefusal.SESSION_DAY_TAKEN, actual);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        db.sql(MOVE)
                .param("point", point(approved.subject()).id())
                .param("nominal", approved.wanted().dateOf("nominal"))
                .param("actual", approved.wanted().dateOf("actual"))
                .param("reason", approved.basis().reason())
                .update();
    }

    @Override
    public String form(String subject) {
        return "/units/" + subject + "/session-day";
    }

    private LocalDate movedTo(Point point, LocalDate nominal) {
        return db.sql(MOVED_TO)
                .param("point", point.id())
                .param("nominal", nominal)
                .query(LocalDate.class)
                .optional()
                .orElse(nominal);
    }

    private Point point(String code) {
        var unit = units.byCode(code);
        if (unit.kind() != Unit.Kind.POINT) {
            throw new Refused(OrganisationRefusal.UNKNOWN_POINT, code);
        }
        return units.point(unit.id());
    }
}
