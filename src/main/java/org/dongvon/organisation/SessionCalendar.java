package org.dongvon.organisation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return actualDates(
                        point, List.of(YearMonth.from(day), YearMonth.from(day).minusMonths(1)))
                .contains(day);
    }

    /** The points of an office that hold a session on this day. */
    public List<Point> sessionsOn(long officeId, LocalDate day) {
        Map<Long, Map<LocalDate, LocalDate>> moved = new HashMap<>();
        db.sql(CHANGES_OF_OFFICE).param("office", officeId).query(row -> {
            moved.computeIfAbsent(row.getLong("point_id"), point -> new HashMap<>())
                    .put(row.getObject("nominal", LocalDate.class), row.getObject("actual", LocalDate.class));
        });
        var months = List.of(YearMonth.from(day), YearMonth.from(day).minusMonths(1));
        return units.pointsOf(officeId).stream()
                .filter(point -> actualDates(point, moved.getOrDefault(point.id(), Map.of()), months)
                        .contains(day))
                .toList();
    }

    /** The first session of a point on or after a day. */
    public LocalDate nextSession(Point point, LocalDate from) {
        var month = YearMonth.from(from);
        return actualDates(point, List.of(month.minusMonths(1), month, month.plusMonths(1), month.plusMonths(2)))
                .stream()
                .filter(day -> !day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_POINT, point.code()));
    }

    private List<LocalDate> actualDates(Point point, List<YearMonth> months) {
        Map<LocalDate, LocalDate> moved = db
                .sql(CHANGES)
                .param("point", point.id())
                .query((row, n) ->
                        Map.entry(row.getObject("nominal", LocalDate.class), row.getObject("actual", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return actualDates(point, moved, months);
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
