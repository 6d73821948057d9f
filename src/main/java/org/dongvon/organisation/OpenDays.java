package org.dongvon.organisation;

import java.time.LocalDate;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells change requests where they belong and on which day of the books they are made. */
@Repository
class OpenDays implements PointsAndDays {

    private static final String OPEN_DAY = """
            select open_day from organisation.v_point where id = :point
            """;

    private static final String FIRST_DIRECT_POINT = """
            select min(id) from organisation.v_point where direct and id <@ (select shared.scope())
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final Units units;

    OpenDays(JdbcClient db, BusinessDays days, Units units) {
        this.db = db;
        this.days = days;
        this.units = units;
    }

    @Override
    public LocalDate openDay(long pointId) {
        var found = pointId == COUNTRY
                ? days.latest()
                : db.sql(OPEN_DAY)
                        .param("point", pointId)
                        .query(LocalDate.class)
                        .optional();
        return found.orElseThrow(() -> new Refused(OrganisationRefusal.NO_BUSINESS_DAY, Long.toString(pointId)));
    }

    @Override
    public String code(long pointId) {
        return pointId == COUNTRY ? "VN" : units.get(pointId).code();
    }

    @Override
    public long home(Actor actor) {
        if (actor.officeId() != 0) {
            return units.pointsOf(actor.officeId()).getFirst().id();
        }
        if (actor.scope().isCountry()) {
            return COUNTRY;
        }
        return db.sql(FIRST_DIRECT_POINT)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_POINT, actor.login()));
    }
}
