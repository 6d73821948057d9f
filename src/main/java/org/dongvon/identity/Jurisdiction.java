package org.dongvon.identity;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose accounts and roles somebody may decide on: those at the units below the ones they hold their own role at. */
@Repository
class Jurisdiction {

    private static final String HOLDS_UNIT = """
            select exists (
                select from identity.role_grant g
                 where g.account_id = :account and g.role = :role and g.ended_at is null
                   and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
                   and :unit in (select organisation.units_under(g.unit_id, organisation.latest_day())))
            """;

    private static final String ROLE_ELSEWHERE = """
            select exists (
                select from identity.role_grant held
                 where held.account_id = :other and held.ended_at is null
                   and not exists (
                        select from identity.role_grant g
                         where g.account_id = :account and g.role = :role and g.ended_at is null
                           and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
                           and held.unit_id in (select organisation.units_under(g.unit_id, organisation.latest_day()))))
            """;

    // The direct point of an office; of a larger unit any point, of one without points the country's own number.
    private static final String POINT = """
            select p.id
              from organisation.points_under(:unit, organisation.latest_day()) as under(id)
              join organisation.point p on p.id = under.id
             order by p.direct desc, p.id
             limit 1
            """;

    private final JdbcClient db;

    Jurisdiction(JdbcClient db) {
        this.db = db;
    }

    /**
     * Refuses a unit that is not below the actor's own.
     *
     * @throws Refused {@link IdentityRefusal#UNIT_NOT_YOURS}
     */
    void requireUnit(Actor actor, long unitId) {
        if (!holds(actor, unitId)) {
            throw new Refused(IdentityRefusal.UNIT_NOT_YOURS);
        }
    }

    /** Whether a unit is below the actor's own, or that itself. */
    boolean holds(Actor actor, long unitId) {
        return db.sql(HOLDS_UNIT)
                .param("account", actor.id())
                .param("role", actor.role().name())
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Refuses an account that holds a role at a unit that is not below the actor's own.
     *
     * @throws Refused {@link IdentityRefusal#UNIT_NOT_YOURS}
     */
    void requireAccount(Actor actor, long accountId) {
        boolean elsewhere = db.sql(ROLE_ELSEWHERE)
                .param("account", actor.id())
                .param("role", actor.role().name())
                .param("other", accountId)
                .query(Boolean.class)
                .single();
        if (elsewhere) {
            throw new Refused(IdentityRefusal.UNIT_NOT_YOURS);
        }
    }

    /** The point at which what concerns a unit is asked for and decided. */
    long point(long unitId) {
        return db.sql(POINT).param("unit", unitId).query(Long.class).optional().orElse(0L);
    }
}
