package org.dongvon.programme;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Programmes that one household may not owe under at the same time: dated rows. */
@Repository
public class Exclusions {

    private static final String OF = """
            select case when e.programme = :programme then e.other else e.programme end as other
              from programme.exclusion e
             where :programme in (e.programme, e.other)
               and e.valid_from <= :day and (e.valid_to is null or e.valid_to > :day)
            """;

    private final JdbcClient db;

    Exclusions(JdbcClient db) {
        this.db = db;
    }

    /**
     * The codes of the programmes that a programme does not go with on a day. Example: of {@code CANNGHEO} on 18/04/2024,
     * {@code HONGHEO}; of {@code HSSV}, none.
     */
    public Set<String> of(String programme, LocalDate day) {
        return db.sql(OF).param("programme", programme).param("day", day).query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
