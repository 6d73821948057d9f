package org.dongvon.session;

import java.util.List;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offices whose direct point, and so whose vault, is in scope. Runs inside the caller's transaction. */
@Repository
public class VaultOffices {

    private static final String OFFICES = """
            select u.id, u.code, u.kind, u.name
              from organisation.unit u
             where u.id in (select p.office_id from organisation.point p where p.direct and p.id <@ (select shared.scope()))
             order by u.code
            """;

    private final JdbcClient db;

    VaultOffices(JdbcClient db) {
        this.db = db;
    }

    /** All of them, by code. */
    public List<Unit> all() {
        return db.sql(OFFICES)
                .query((row, n) -> new Unit(
                        row.getLong("id"),
                        row.getString("code"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("name")))
                .list();
    }

    /**
     * The office of a code; the reader's own, or else the first, when none is named.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    public Unit choose(Actor actor, String code) {
        return all().stream()
                .filter(each -> code.isEmpty()
                        ? actor.officeId() == 0 || each.id() == actor.officeId()
                        : each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }
}
