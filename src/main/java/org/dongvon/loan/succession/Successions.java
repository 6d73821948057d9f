package org.dongvon.loan.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose a loan was, by date. Runs inside the caller's transaction, in its scope. */
@Repository
public class Successions {

    private static final String OF_LOAN = """
            select s.on_day, s.from_person, f.full_name as former, f.restricted as former_restricted, s.to_person,
                   t.full_name as successor, t.restricted as successor_restricted, s.evidence, s.deposit, s.request_id
              from loan.succession s
              join household.person f on f.id = s.from_person
              join household.person t on t.id = s.to_person
             where s.loan_id = :loan and s.point_id <@ (select shared.scope())
             order by s.on_day
            """;

    private final JdbcClient db;

    Successions(JdbcClient db) {
        this.db = db;
    }

    /** How a loan passed on, the earliest first; nothing of one that never did. */
    public List<Succession> of(long loanId) {
        return db.sql(OF_LOAN)
                .param("loan", loanId)
                .query((row, n) -> new Succession(
                        row.getObject("on_day", LocalDate.class),
                        who(row, "from_person", "former"),
                        who(row, "to_person", "successor"),
                        row.getString("evidence"),
                        new Dong(row.getLong("deposit")),
                        row.getLong("request_id")))
                .list();
    }

    private static Who who(ResultSet row, String id, String name) throws SQLException {
        return new Who(row.getLong(id), row.getBoolean(name + "_restricted") ? null : row.getString(name));
    }

    /**
     * That a loan passed on.
     *
     * @param on from this business day on it is the successor's
     * @param deposit savings that went along
     * @param request by which two persons decided it
     */
    public record Succession(LocalDate on, Who former, Who successor, String evidence, Dong deposit, long request) {

        /** Whom it names. */
        public List<Long> people() {
            return List.of(former.id(), successor.id());
        }
    }

    /** Somebody; {@code name} is none where processing is restricted. */
    public record Who(long id, @Nullable String name) {}
}
