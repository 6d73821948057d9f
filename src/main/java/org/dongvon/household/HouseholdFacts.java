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

    private static final String OF_CODE = """
            select h.id, h.code, h.hamlet, h.point_id,
                   array(select m.person_id from household.members_on(h.id, :day) m order by m.person_id) as members,
                   b.person_id as borrower, b.agreed_on, b.adults
              from household.household h
             cross join household.who_borrows(h.id, :day, :age) b
             where h.code = :code and h.point_id <@ (select shared.scope())
            """;

    private static final String LEFT = """
            select l.happened_on, l.cause
              from (select e.kind, e.happened_on, e.cause
                      from household.member_event e
                     where e.person_id = :person and e.happened_on <= :day
                     order by e.happened_on desc, e.id desc
                     limit 1) l
             where l.kind = 'LEFT'
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
                .param("age", adultAge(day))
                .query((row, n) -> household(row, day))
                .optional()
                .filter(household -> household.members().people().contains(personId));
    }

    /** The household of a code in scope, on a day. */
    public Optional<HouseholdOnDay> ofCode(String code, LocalDate day) {
        return db.sql(OF_CODE)
                .param("code", code)
                .param("day", day)
                .param("age", adultAge(day))
                .query((row, n) -> household(row, day))
                .optional();
    }

    /** When and why a person left their household; none while they belong to it on that day. */
    public Optional<Departure> departure(long personId, LocalDate day) {
        return db.sql(LEFT)
                .param("person", personId)
                .param("day", day)
                .query((row, n) -> new Departure(row.getObject("happened_on", LocalDate.class), row.getString("cause")))
                .optional();
    }

    private int adultAge(LocalDate day) {
        return Math.toIntExact(programmes.current().parameters().whole(ParameterCode.ADULT_AGE, day));
    }

    private HouseholdOnDay household(ResultSet row, LocalDate day) throws SQLException {
        return new HouseholdOnDay(
                row.getLong("id"),
                row.getString("code"),
                row.getString("hamlet"),
                row.getLong("point_id"),
                new Members(List.of((Long[]) row.getArray("members").getArray()), row.getInt("adults")),
                borrower(row),
                classes.on(row.getLong("id"), day).orElse(null));
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

    /**
     * That somebody left a household.
     *
     * @param cause what {@code household.cause.<cause>} says in words
     */
    public record Departure(LocalDate on, String cause) {}

    /** Who borrows for a household, and since when. */
    public record Borrower(long personId, LocalDate agreedOn) {}
}
