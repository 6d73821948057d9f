package org.dongvon.report.capital;

import java.time.LocalDate;
import java.util.List;
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
            select coalesce(sum(s.amount) filter (where c.local), 0) as local, coalesce(sum(s.amount), 0) as total
              from organisation.points_under(:unit, :day) as below (id)
              join capital.v_movement m
                on m.point_id = below.id and m.kind in ('GRANTED', 'WRITTEN_OFF') and m.business_date <= :day
              join capital.v_contract c on c.id = m.contract_id
             cross join lateral (select case m.kind when 'GRANTED' then m.amount else -m.amount end as amount) s
            """;

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
        return Optional.of(granted(unit, day)).filter(capital -> capital.total() > 0);
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

    private Capital granted(Unit unit, LocalDate day) {
        return db.sql(GRANTED)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, n) ->
                        new Capital(row.getLong("local"), row.getLong("total"), Optional.empty(), Optional.empty()))
                .single();
    }

    /** Local and total capital in đồng, with the published figures they come from, if they do. */
    record Capital(
            long local,
            long total,
            Optional<PublishedFigure> publishedLocal,
            Optional<PublishedFigure> publishedTotal) {}
}
