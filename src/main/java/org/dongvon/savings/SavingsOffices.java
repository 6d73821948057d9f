package org.dongvon.savings;

import java.util.List;
import java.util.Optional;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the offices whose deposits the reader may see, each with the direct point at which its own books are kept. */
@Repository
public class SavingsOffices {

    private static final String OFFICES = """
            select u.id, u.code, u.name, p.id as point_id
              from organisation.point p
              join organisation.unit u on u.id = p.office_id
             where p.direct and p.id <@ (select shared.scope()) and not (select shared.narrowed())
             order by u.code
            """;

    private final JdbcClient db;

    SavingsOffices(JdbcClient db) {
        this.db = db;
    }

    /** All of them, by code. */
    public List<Office> all() {
        return db.sql(OFFICES)
                .query((row, n) -> new Office(
                        row.getLong("id"), row.getString("code"), row.getString("name"), row.getLong("point_id")))
                .list();
    }

    /**
     * The office of a code.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} when there is none in scope
     */
    public Office of(String code) {
        return all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    /** The one asked for; where none is, the reader's own or the first. */
    public Optional<Office> choose(Actor actor, String code) {
        if (!code.isEmpty()) {
            return Optional.of(of(code));
        }
        var all = all();
        return all.stream()
                .filter(each -> each.id() == actor.officeId())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** An office; {@code pointId} is its direct point. */
    public record Office(long id, String code, String name, long pointId) {}
}
