package org.dongvon.household;

import java.time.LocalDate;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many numbers of people, identity and telephone together, one reader may have shown to them within an hour. */
@Repository
class RevealLimit {

    // One reveal of a reader at a time, so that two windows do not both find the last one free.
    private static final String ONE_BY_ONE = """
            select pg_advisory_xact_lock(hashtextextended('household.reveal', :human)) is null
            """;

    private static final String REVEALED = """
            select count(*)
              from household.seen
             where human_id = :human and kind = 'REVEAL' and at > transaction_timestamp() - interval '1 hour'
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    RevealLimit(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /** Holds other reveals of the reader back until the transaction ends. */
    void hold(Actor reader) {
        db.sql(ONE_BY_ONE)
                .param("human", reader.personId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets the next one pass.
     *
     * @throws Refused {@link HouseholdRefusal#TOO_MANY_REVEALS}
     */
    void require(Actor reader, LocalDate day) {
        long most = programmes.current().parameters().whole(ParameterCode.IDENTITY_REVEALS_PER_HOUR, day);
        long revealed = db.sql(REVEALED)
                .param("human", reader.personId())
                .query(Long.class)
                .single();
        if (revealed >= most) {
            throw new Refused(HouseholdRefusal.TOO_MANY_REVEALS, most);
        }
    }
}
