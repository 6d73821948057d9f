package org.dongvon.organisation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When a point's sessions are held: its fixed day of the month, unless a change moved one. */
@Repository
public class SessionCalendar {

    private static final String CHANGES = """
            select nominal, actual from organisation.session_date_change where point_id = :point order by nominal
            """;

    private static final String CHANGES_OF_OFFICE = """
            select c.point_id, c.nominal, c.actual
              from organisation.session_date_change c
              join organisation.point p on p.id = c.point_id
             where p.office_id = :office
            """;

    private final Units units;
    private final JdbcClient db;

    SessionCalendar(Units units, JdbcClient db) {
        this.units = units;
        this.db = db;
    }

    /** Whether the point holds a session on this day. */
    public boolean isSessionDay(Point point, LocalDate day) {
        return isSessionDay(point, changes(point), day);
    }

    private static boolean isSessionDay(Point point, Map<LocalDate, LocalDate> changes, LocalDate day) {
        var months = List.of(YearMonth.from(day), YearMonth.from(day).minusMonths(1));
        return actualDates(point, changes, months).contains(day);
    }

    /** The points of an office that hold a session on this day. */
    public List<Point> sessionsOn(long officeId, LocalDate day) {
        var moved = moved(officeId);
        return units.pointsOf(officeId).stream()
                .filter(point -> isSessionDay(point, moved.getOrDefault(point.id(), Map.of()), day))
                .toList();
    }

    /** The sessions that an office's points hold by their fixed days of a period, each with the day it is held on. */
    public List<Planned> planned(long officeId, LocalDate from, LocalDate through) {
        var moved = moved(officeId);
        return units.pointsOf(officeId).stream()
                .flatMap(point -> nominal(point, from, through)
                        .map(day -> new Planned(point, day, moved.getOrDefault(point.id(), Map.of()))))
                .sorted(Comparator.comparing(Planned::nominal)
                        .thenComparing(each -> each.point().code()))
                .toList();
    }

    private static Stream<LocalDate> nominal(Point point, LocalDate from, LocalDate through) {
        var sessionDay = point.sessionDay();
        if (sessionDay == null) {
            return Stream.empty();
        }
        return Stream.iterate(
                        YearMonth.from(from),
                        month -> !month.isAfter(YearMonth.from(through)),
                        month -> month.plusMonths(1))
                .map(sessionDay::inMonth)
                .filter(day -> !day.isBefore(from) && !day.isAfter(through));
    }

    private Map<Long, Map<LocalDate, LocalDate>> moved(long officeId) {
        Map<Long, Map<LocalDate, LocalDate>> moved = new HashMap<>();
        db.sql(CHANGES_OF_OFFICE).param("office", officeId).query(row -> {
            moved.computeIfAbsent(row.getLong("point_id"), point -> new HashMap<>())
                    .put(row.getObject("nominal", LocalDate.class), row.getObject("actual", LocalDate.class));
        });
        return moved;
    }

    /**
     * A session of a point by its fixed day.
     *
     * @param changes all of the point's sessions that are held on another day
     */
    public record Planned(Point point, LocalDate nominal, Map<LocalDate, LocalDate> changes) {

        /** The day it is held on. */
        public LocalDate actual() {
            return changes.getOrDefault(nominal, nominal);
        }

        public boolean isMoved() {
            return !actual().equals(nominal);
        }

        /** Whether the point holds a session on this day. */
        boolean isSessionDay(LocalDate day) {
            return SessionCalendar.isSessionDay(point, changes, day);
        }

        /** The point's first session on or after a day. */
        LocalDate next(LocalDate from) {
            return SessionCalendar.next(point, changes, from);
        }
    }

    /** The first session of a point on or after a day. */
    public LocalDate nextSession(Point point, LocalDate from) {
        return next(point, changes(point), from);
    }

    private static LocalDate next(Point point, Map<LocalDate, LocalDate> changes, LocalDate from) {
        var month = YearMonth.from(from);
        var months = List.of(month.minusMonths(1), month, month.plusMonths(1), month.plusMonths(2));
        return actualDates(point, changes, months).stream()
                .filter(day -> !day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_POINT, point.code()));
    }

    private Map<LocalDate, LocalDate> changes(Point point) {
        return db
                .sql(CHANGES)
                .param("point", point.id())
                .query((row, n) ->
                        Map.entry(row.getObject("nominal", LocalDate.class), row.getObject("actual", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<LocalDate> actualDates(Point point, Map<LocalDate, LocalDate> moved, List<YearMonth> months) {
        var sessionDay = point.sessionDay();
        if (sessionDay == null) {
            return List.of();
        }
        return months.stream()
                .map(sessionDay::inMonth)
                .map(nominal -> moved.getOrDefault(nominal, nominal))
                .toList();
    }
}
