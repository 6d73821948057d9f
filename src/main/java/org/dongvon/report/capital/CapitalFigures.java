package org.dongvon.report.capital;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Local and total capital of a unit: as published for exactly that day, else as granted in the books. */
@Repository
class CapitalFigures {

    private static final String GRANTED = """
            select d.day, coalesce(sum(s.amount) filter (where c.local), 0) as local, coalesce(sum(s.amount), 0) as total
              from unnest(cast(:days as date[])) as d (day)
             cross join lateral organisation.points_under(:unit, d.day) as below (id)
              join capital.v_movement m
                on m.point_id = below.id and m.kind in ('GRANTED', 'WRITTEN_OFF') and m.business_date <= d.day
              join capital.v_contract c on c.id = m.contract_id
             cross join lateral (select case m.kind when 'GRANTED' then m.amount else -m.amount end as amount) s
             group by d.day
            """;

    private static final List<Indicator> PRINTED =
            List.of(Indicator.LOCAL_CAPITAL, Indicator.TOTAL_CAPITAL, Indicator.LOCAL_SHARE);

    private final JdbcClient db;
    private final PublishedFigures published;

    CapitalFigures(JdbcClient db, PublishedFigures published) {
        this.db = db;
        this.published = published;
    }

    /** What is known of a unit on a day; empty when neither a publication nor the books know its capital. */
    Optional<Capital> find(Unit unit, LocalDate day) {
        var local = published.find(unit.code(), day, Indicator.LOCAL_CAPITAL);
        var total = published.find(unit.code(), day, Indicator.TOTAL_CAPITAL);
        if (local.isPresent() && total.isPresent()) {
            return Optional.of(new Capital(local.get().number(), total.get().number(), local, total));
        }
        return Optional.ofNullable(granted(unit, List.of(day)).get(day));
    }

    /** The national share that was last published for a day or before. */
    Optional<PublishedFigure> nationalShare(LocalDate day) {
        return published.latest("VN", day, Indicator.LOCAL_SHARE);
    }

    /** The days for which a unit's total capital was published. */
    List<LocalDate> publishedDays(Unit unit) {
        return published.days(unit.code(), Indicator.TOTAL_CAPITAL);
    }

    /** All that was published of a unit for a day. */
    List<PublishedFigure> published(Unit unit, LocalDate day) {
        return published.of(unit.code(), day);
    }

    /** Local and total capital and their share, as they were printed of a place for the days of a period. */
    List<PublishedFigure> printed(String place, LocalDate from, LocalDate through) {
        return published.between(place, from, through, PRINTED);
    }

    /** What the books have granted to a unit's offices by the end of days; nothing for days before the first grant. */
    Map<LocalDate, Capital> granted(Unit unit, List<LocalDate> days) {
        Map<LocalDate, Capital> granted = new HashMap<>();
        db.sql(GRANTED)
                .param("unit", unit.id())
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    var capital =
                            new Capital(row.getLong("local"), row.getLong("total"), Optional.empty(), Optional.empty());
                    if (capital.total() > 0) {
                        granted.put(row.getObject("day", LocalDate.class), capital);
                    }
                });
        return granted;
    }

    /** Local and total capital in đồng, with the published figures they come from, if they do. */
    record Capital(
            long local,
            long total,
            Optional<PublishedFigure> publishedLocal,
            Optional<PublishedFigure> publishedTotal) {}
}
