package org.dongvon.organisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.engine.calendar.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The public holidays, and the Saturdays worked for them. Sessions of points are held on them all the same. */
@Repository
public class SpecialDays {

    private static final String NEAR = """
            select day, working from organisation.special_day where day between :from and :to
            """;

    private static final int DAYS = 400;

    private final JdbcClient db;

    SpecialDays(JdbcClient db) {
        this.db = db;
    }

    /** Working days for counting from any day within a year before or after this one. */
    public WorkingDays around(LocalDate day) {
        Map<Boolean, Set<LocalDate>> special = db
                .sql(NEAR)
                .param("from", day.minusDays(DAYS))
                .param("to", day.plusDays(DAYS))
                .query((row, n) -> Map.entry(row.getBoolean("working"), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        return new WorkingDays(special.getOrDefault(false, Set.of()), special.getOrDefault(true, Set.of()));
    }
}
