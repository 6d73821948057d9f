package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
                   array(select m.person_id from household.members_on(h.id, :day) m order by m.person_id) as members
              from household.person p
              join household.household h on h.id = p.household_id
             where p.id = :person
            """;

    // The newest 01/UQ, while the person it names belongs to the household.
    private static final String BORROWER = """
            select a.person_id, a.agreed_on, a.person_id in (select m.person_id from household.members_on(:household, :day) m) as there
              from household.authorisation a
             where a.household_id = :household and a.agreed_on <= :day
             order by a.agreed_on desc
             limit 1
            """;

    private final Classes classes;
    private final JdbcClient db;

    HouseholdFacts(Classes classes, JdbcClient db) {
        this.classes = classes;
        this.db = db;
    }

    /** The household that a person belongs to on a day; none when there is no such person in scope, or they left. */
    public Optional<HouseholdOnDay> ofPerson(long personId, LocalDate day) {
        return db.sql(OF_PERSON)
                .param("person", personId)
                .param("day", day)
                .query((row, n) -> new HouseholdOnDay(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("hamlet"),
                        row.getLong("point_id"),
                        List.of((Long[]) row.getArray("members").getArray()),
                        borrower(row.getLong("id"), day),
                        classes.on(row.getLong("id"), day).orElse(null)))
                .optional()
                .filter(household -> household.members().contains(personId));
    }

    private @Nullable Borrower borrower(long household, LocalDate day) {
        return db.sql(BORROWER)
                .param("household", household)
                .param("day", day)
                .query((row, n) -> row.getBoolean("there")
                        ? Optional.of(
                                new Borrower(row.getLong("person_id"), row.getObject("agreed_on", LocalDate.class)))
                        : Optional.<Borrower>empty())
                .optional()
                .flatMap(each -> each)
                .orElse(null);
    }

    /**
     * A household on a day.
     *
     * @param members identifiers of the people who belong to it
     * @param borrower who may borrow for it by its 01/UQ; none when there is no 01/UQ in force
     * @param standing its class with the decision; none when no decision has named it yet
     */
    public record HouseholdOnDay(
            long id,
            String code,
            String hamlet,
            long pointId,
            List<Long> members,
            @Nullable Borrower borrower,
            @Nullable Standing standing) {

        public HouseholdOnDay {
            members = List.copyOf(members);
        }
    }

    /** Who borrows for a household, and since when. */
    public record Borrower(long personId, LocalDate agreedOn) {}
}
