package org.dongvon.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Enters new units and points into the dated tree. */
@Service
public class RegisterUnits {

    private static final String UNIT = """
            with unit as (
                insert into organisation.unit (code, kind, name, valid_from)
                values (:code, :kind, :name, :from)
                returning id),
            placed as (
                insert into organisation.unit_parent (unit_id, parent_id, valid)
                select id, cast(:parent as bigint), daterange(:from, null) from unit where cast(:parent as bigint) is not null)
            select id from unit
            """;

    private static final String POINT = """
            insert into organisation.point (id, office_id, commune_id, session_day, address, direct)
            values (:id, :office, :commune, :day, :address, :direct)
            """;

    private final JdbcClient db;

    RegisterUnits(JdbcClient db) {
        this.db = db;
    }

    /** A unit below its parent, from a day on; returns its id. */
    public long register(String code, Unit.Kind kind, String name, @Nullable Long parentId, LocalDate from) {
        return db.sql(UNIT)
                .param("code", code)
                .param("kind", kind.name())
                .param("name", name)
                .param("parent", parentId)
                .param("from", from)
                .query(Long.class)
                .single();
    }

    /** The particulars of a point that was registered as a unit of kind POINT. */
    public void placePoint(long unitId, PointPlace place) {
        db.sql(POINT)
                .param("id", unitId)
                .param("office", place.officeId())
                .param("commune", place.communeId())
                .param("day", place.sessionDay())
                .param("address", place.address())
                .param("direct", place.sessionDay() == null)
                .update();
    }

    /** Where a point stands and when it is open; no session day makes it the office's direct point. */
    public record PointPlace(
            long officeId,
            @Nullable Long communeId,
            @Nullable Integer sessionDay,
            String address) {}
}
