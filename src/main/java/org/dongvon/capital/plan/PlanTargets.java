package org.dongvon.capital.plan;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The targets that a new loan stands under, for whoever approves it. */
@Repository
public class PlanTargets {

    // From the narrowest on: hamlet, commune or point, office.
    private static final String OF_POINT = """
            select l.level, v.hamlet, u.name, v.amount
              from organisation.point p
             cross join lateral (values ('HAMLET', coalesce(p.commune_id, p.id), :hamlet), ('COMMUNE', coalesce(p.commune_id, p.id), ''),
                                        ('HAMLET', p.id, :hamlet), ('COMMUNE', p.id, ''), ('OFFICE', p.office_id, '')) l (level, unit_id, hamlet)
              join organisation.unit u on u.id = l.unit_id
              join capital.v_plan_target v on v.unit_id = l.unit_id and v.hamlet = l.hamlet
             where p.id = :point and (l.level <> 'HAMLET' or l.hamlet <> '') and v.year = :year and v.month = :month
               and v.programme_id = :programme and v.source = :source
             group by l.level, v.hamlet, u.name, v.amount, l.unit_id
             order by array_position(array['HAMLET', 'COMMUNE', 'OFFICE'], l.level)
            """;

    private static final String SOURCE = """
            select s.source
              from capital.v_plan_source s
              join capital.contract c on c.id = s.contract_id
             where c.code = :contract
            """;

    private static final String OVERRUN = """
            select r.overrun from capital.plan_rule r where r.valid_from <= :day order by r.valid_from desc limit 1
            """;

    private final JdbcClient db;

    PlanTargets(JdbcClient db) {
        this.db = db;
    }

    /** The line that the money of a contract counts on; the centre's for one that is not in scope. */
    public PlanSource source(String contract) {
        return db.sql(SOURCE)
                .param("contract", contract)
                .query((row, n) -> PlanSource.valueOf(row.getString("source")))
                .optional()
                .orElse(PlanSource.CENTRAL);
    }

    /** What may be out at the end of a day's month where a loan would be, the narrowest unit first; without a target nothing. */
    public List<Bound> bounds(Place place, int programmeId, PlanSource source, LocalDate day) {
        return db.sql(OF_POINT)
                .param("point", place.pointId())
                .param("hamlet", place.hamlet())
                .param("programme", (short) programmeId)
                .param("source", source.name())
                .param("year", day.getYear())
                .param("month", day.getMonthValue())
                .query((row, n) -> new Bound(
                        Level.valueOf(row.getString("level")),
                        row.getString("hamlet").isEmpty() ? row.getString("name") : row.getString("hamlet"),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    /** What becomes of an approval that passes a target, on a day. */
    public Overrun overrun(LocalDate day) {
        return db.sql(OVERRUN)
                .param("day", day)
                .query((row, n) -> Overrun.valueOf(row.getString("overrun")))
                .optional()
                .orElse(Overrun.WARN);
    }

    /** Where a loan would be: the transaction point, and the hamlet of the household's group or of the household. */
    public record Place(long pointId, String hamlet) {}

    /** Whose target it is. */
    public enum Level {
        HAMLET,
        COMMUNE,
        OFFICE
    }

    /**
     * A target of a month.
     *
     * @param name of the hamlet or unit
     */
    public record Bound(Level level, String name, Dong target) {}
}
