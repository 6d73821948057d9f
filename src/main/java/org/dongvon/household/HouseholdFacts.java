package org.dongvon.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What lending asks of a household on a day. Runs inside the caller's transaction, in its scope.
 *
 * <p>Example: {@code facts.ofPerson(person, day)} answers household, members and, where there is a 01/UQ in force, the one
 * who may borrow.
 */
@Repository
public class HouseholdFacts {

    private static final String OF_PERSON = """
            select h.id, h.code, h.hamlet, h.point_id,
                   array(select m.person_id from household.members_on(h.id, :day) m order by m.person_id) as members,
                   b.person_id as borrower, b.agreed_on, b.adults
              from household.person p
              join household.household h on h.id = p.household_id
             cross join household.who_borrows(h.id, :day, :age) b
             where p.id = :person
            """;

    private final Classes classes;
    private final Programmes programmes;
    private final JdbcClient db;

    HouseholdFacts(Classes classes, Programmes programmes, JdbcClient db) {
        this.classes = classes;
        this.programmes = programmes;
        this.db = db;
    }

    /** The household that a person belongs to on a day; none when there is no such person in scope, or they left. */
    public Optional<HouseholdOnDay> ofPerson(long personId, LocalDate day) {
        return db.sql(OF_PERSON)
                .param("person", personId)
                .param("day", day)
                .param("age", Math.toIntExact(programmes.current().parameters().whole(ParameterCode.ADULT_AGE, day)))
                .query((row, n) -> new HouseholdOnDay(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("hamlet"),
                        row.getLong("point_id"),
                        new Members(List.of((Long[]) row.getArray("members").getArray()), row.getInt("adults")),
                        borrower(row),
                        classes.on(row.getLong("id"), day).orElse(null)))
                .optional()
                .filter(household -> household.members().people().contains(personId));
    }

    private static @Nullable Borrower borrower(ResultSet row) throws SQLException {
        var person = row.getObject("borrower", Long.class);
        return person == null ? null : new Borrower(person, row.getObject("agreed_on", LocalDate.class));
    }

    /**
     * A household on a day.
     *
     * @param members who belongs to it
     * @param borrower who may borrow for it by its 01/UQ; none when there is no 01/UQ in force
     * @param standing its class with the decision; none when no decision has named it yet
     */
    public record HouseholdOnDay(
            long id,
            String code,
            String hamlet,
            long pointId,
            Members members,
            @Nullable Borrower borrower,
            @Nullable Standing standing) {}

    /**
     * Who belongs to a household.
     *
     * @param people identifiers of those whom the reader may see
     * @param adults how many are of age, seen or not
     */
    public record Members(List<Long> people, int adults) {

        public Members {
            people = List.copyOf(people);
        }
    }

    /** Who borrows for a household, and since when. */
    public record Borrower(long personId, LocalDate agreedOn) {}
}
