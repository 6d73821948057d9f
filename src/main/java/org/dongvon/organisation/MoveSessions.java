package org.dongvon.organisation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.organisation.SessionCalendar.Planned;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One decision for all sessions of an office within a period, as for a storm: each is made up as many days later, or is
 * cancelled, so that what was due at it is due at the point's next session. The subject is the office's code. Example: the
 * sessions of 08/09 to 12/09/2024 are held seven days later.
 */
@Component
public class MoveSessions implements SessionDayChange {

    public static final String NAME = "organisation.session-days";

    /** A make-up session is held within this many days. */
    static final int MOST_DAYS = 25;

    /** No storm lasts longer; an epidemic is decided month by month. */
    static final int MOST_PERIOD = 31;

    private static final String MOVE = """
            insert into organisation.session_date_change (point_id, nominal, actual, reason)
            select m.point_id, m.nominal, m.actual, :reason
              from unnest(cast(:points as bigint[]), cast(:nominals as date[]), cast(:actuals as date[])) as m (point_id, nominal, actual)
            """;

    private final JdbcClient db;
    private final Units units;
    private final BusinessDays days;
    private final SessionCalendar calendar;

    MoveSessions(JdbcClient db, Units units, BusinessDays days, SessionCalendar calendar) {
        this.db = db;
        this.units = units;
        this.days = days;
        this.calendar = calendar;
    }

    /**
     * What to ask for: the sessions of the period, each with its new day.
     *
     * @param later how many days later each is made up; 0 when they are cancelled
     */
    public Facts wanted(String office, LocalDate from, LocalDate through, int later) {
        var period = period(from, through, later);
        return facts(period, words(office, period, each -> moved(each, period)));
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
        return units.pointsOf(office(subject)).getFirst().id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var period = read(wanted);
        return facts(new Period(period.from(), period.through(), 0), words(subject, period, Planned::actual));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var period = read(wanted);
        var today = days.hold(office(subject));
        var sessions = calendar.planned(office(subject), period.from(), period.through());
        if (sessions.isEmpty()) {
            throw new Refused(OrganisationRefusal.NO_SESSION_BETWEEN, period.from(), period.through());
        }
        for (var each : sessions) {
            var actual = moved(each, period);
            if (!each.nominal().isAfter(today) || actual.isBefore(today)) {
                throw new Refused(OrganisationRefusal.SESSION_DAY_PAST, each.nominal(), actual, today);
            }
            if (each.isMoved()) {
                throw new Refused(OrganisationRefusal.SESSION_ALREADY_MOVED, each.nominal(), each.actual());
            }
            if (period.later() > 0 && each.isSessionDay(actual)) {
                throw new Refused(OrganisationRefusal.SESSION_DAY_TAKEN, actual);
            }
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var period = read(approved.wanted());
        var sessions = calendar.planned(office(approved.subject()), period.from(), period.through());
        db.sql(MOVE)
                .param("reason", approved.basis().reason())
                .param(
                        "points",
                        sessions.stream().map(each -> each.point().id()).toArray(Long[]::new))
                .param("nominals", dates(sessions, Planned::nominal))
                .param("actuals", dates(sessions, each -> moved(each, period)))
                .update();
    }

    @Override
    public String form(String subject) {
        return "/units/" + subject + "/session-days";
    }

    private static String[] dates(List<Planned> sessions, Function<Planned, LocalDate> day) {
        return sessions.stream().map(day).map(LocalDate::toString).toArray(String[]::new);
    }

    /** The day as many days later; of a cancelled session the point's next one after the period. */
    private static LocalDate moved(Planned session, Period period) {
        return period.later() > 0
                ? session.nominal().plusDays(period.later())
                : session.next(period.through().plusDays(1));
    }

    private String words(String office, Period period, Function<Planned, LocalDate> day) {
        return calendar.planned(office(office), period.from(), period.through()).stream()
                .map(each -> each.point().code() + " " + Formats.in(Language.VI).date(day.apply(each)))
                .collect(Collectors.joining("; "));
    }

    private static Facts facts(Period period, String sessions) {
        return Facts.none()
                .date("from", period.from())
                .date("through", period.through())
                .count("later", period.later())
                .text("sessions", sessions);
    }

    private static Period read(Facts wanted) {
        return period(wanted.dateOf("from"), wanted.dateOf("through"), Math.toIntExact(wanted.countOf("later")));
    }

    private static Period period(LocalDate from, LocalDate through, int later) {
        if (later < 0 || later > MOST_DAYS) {
            throw new Refused(OrganisationRefusal.SHIFT_OUT_OF_RANGE, MOST_DAYS);
        }
        long length = ChronoUnit.DAYS.between(from, through);
        if (length < 0 || length >= MOST_PERIOD) {
            throw new Refused(OrganisationRefusal.PERIOD_OUT_OF_RANGE, MOST_PERIOD);
        }
        return new Period(from, through, later);
    }

    private long office(String code) {
        var unit = units.byCode(code);
        if (unit.kind() != Unit.Kind.OFFICE) {
            throw new Refused(OrganisationRefusal.UNKNOWN_UNIT, code);
        }
        return unit.id();
    }

    private record Period(LocalDate from, LocalDate through, int later) {}
}
