package org.dongvon.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * In which commune, district and province the area of a point lies, under the map of each day. Reference data: readable in
 * every scope.
 */
@Repository
public class PointPlaces {

    private static final String OF_POINT = """
            select valid_from, lead(valid_from) over (order by valid_from) as until, commune, district, province, document
              from organisation.point_place
             where point_id = :point
             order by valid_from desc
            """;

    private final JdbcClient db;

    PointPlaces(JdbcClient db) {
        this.db = db;
    }

    /** All maps of a point, the newest first. */
    public List<Place> of(long point) {
        return db.sql(OF_POINT)
                .param("point", point)
                .query((row, n) -> new Place(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        new Names(row.getString("commune"), row.getString("district"), row.getString("province")),
                        row.getString("document")))
                .list();
    }

    /** The map of a day, if it is known. */
    public Optional<Place> on(long point, LocalDate day) {
        return of(point).stream().filter(each -> each.holdsOn(day)).findFirst();
    }

    /**
     * Where the area of a point lies.
     *
     * @param until the first day of the next map; none while this one holds
     * @param document the code of the decision that drew it
     */
    public record Place(LocalDate from, @Nullable LocalDate until, Names names, String document) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** The names from the commune up; there are no districts since 01/07/2025. */
    public record Names(String commune, @Nullable String district, String province) {

        @Override
        public String toString() {
            return commune + ", " + (district == null ? "" : district + ", ") + province;
        }
    }
}
