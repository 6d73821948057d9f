package org.dongvon.shared;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Begins journeys to the database that carry several statements at once. */
@Component
public class RoundTrips {

    private final JdbcTemplate db;

    RoundTrips(DataSource dataSource) {
        this.db = new JdbcTemplate(dataSource);
    }

    /** A new one, with nothing in it yet. */
    public RoundTrip begin() {
        return new RoundTrip(db);
    }
}
