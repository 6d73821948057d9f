package org.dongvon.position;

import org.dongvon.programme.ProgrammeReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a change of a programme's rule or cap touches, from the head counts of the last closes: a row a point. */
@Repository
class HeadsOfProgramme implements ProgrammeReach {

    private static final String OF = """
            select coalesce(sum(h.loans), 0) as loans, coalesce(sum(h.households), 0) as households
              from position.headcount h
             where h.dimension = 'PROGRAMME' and h.key = cast(:programme as text) and h.valid_to = 'infinity'
            """;

    private final JdbcClient db;

    HeadsOfProgramme(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Reach of(int programmeId) {
        return db.sql(OF)
                .param("programme", programmeId)
                .query((row, n) -> new Reach(row.getLong("loans"), row.getLong("households")))
                .single();
    }
}
