package org.dongvon.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what of the plan is done, and which identifiers it was given. */
@Repository
class Made {

    private static final String DEMONSTRATION = """
            select seed, plan, finished_at is not null as finished from simulation.demonstration
            """;

    private static final String IS_EMPTY = """
            select not exists (select from organisation.unit)
            """;

    private static final String BEGIN = """
            insert into simulation.demonstration (seed, plan) values (:seed, :plan)
            """;

    private static final String FINISH = """
            update simulation.demonstration set finished_at = transaction_timestamp() where finished_at is null
            """;

    private static final String STEPS = """
            select name from simulation.step
            """;

    private static final String STEP = """
            insert into simulation.step (name, point_id) values (:name, :point)
            """;

    private static final String IDS = """
            select code, id from simulation.made
            """;

    private static final String REMEMBER = """
            insert into simulation.made (code, id, point_id)
            select m.code, m.id, :point from unnest(cast(:codes as text[]), cast(:ids as bigint[])) as m (code, id)
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    Made(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The demonstration that was begun here, if any. */
    Optional<Begun> begun() {
        return db.sql(DEMONSTRATION)
                .query((row, n) -> new Begun(row.getLong("seed"), row.getString("plan"), row.getBoolean("finished")))
                .optional();
    }

    /** Whether nobody has entered an office yet. */
    boolean isEmpty() {
        return db.sql(IS_EMPTY).query(Boolean.class).single();
    }

    /** Marks the database as one of invented people, before the first of them is in it. */
    void begin(long seed, String plan) {
        db.sql(BEGIN).param("seed", seed).param("plan", plan).update();
    }

    void finish() {
        db.sql(FINISH).update();
    }

    /** The steps that are done. */
    Set<String> steps() {
        return transactions.read(
                Actor.SYSTEM,
                () -> new HashSet<>(db.sql(STEPS).query(String.class).list()));
    }

    /** The identifiers that were given, by the plan's codes. */
    Map<String, Long> ids() {
        return transactions.read(Actor.SYSTEM, () -> {
            var ids = new HashMap<String, Long>();
            db.sql(IDS).query(row -> {
                ids.put(row.getString("code"), row.getLong("id"));
            });
            return ids;
        });
    }

    /** Notes a step with the identifiers it was given, inside the transaction that does it. */
    void done(String step, long pointId, Map<String, Long> ids) {
        if (!ids.isEmpty()) {
            db.sql(REMEMBER)
                    .param("point", pointId)
                    .param("codes", ids.keySet().toArray(String[]::new))
                    .param("ids", ids.values().toArray(Long[]::new))
                    .update();
        }
        db.sql(STEP).param("name", step).param("point", pointId).update();
    }

    /** A demonstration that was begun. */
    record Begun(long seed, String plan, boolean finished) {}
}
