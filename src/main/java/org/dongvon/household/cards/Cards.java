package org.dongvon.household.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.IdentityNumber;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whose card is due for renewal, in the scope of the transaction. */
@Repository
public class Cards {

    // The dead renew no card; where processing is restricted a list does not say who. A number of 9 digits comes first.
    private static final String DUE = """
            select p.id, p.full_name, p.identity_last4, p.identity_digits, h.code as household, h.hamlet, u.name as point,
                   d.due, d.open_day
              from household.person p
              join household.household h on h.id = p.household_id
              join organisation.unit u on u.id = p.point_id
              join organisation.v_point pt on pt.id = p.point_id
              left join lateral (select max(c.issued_on) as issued_on
                                   from household.card c
                                  where c.person_id = p.id) c on true
              cross join lateral (select pt.open_day,
                                         case when p.identity_digits = 9 then date '0001-01-01' else min(b.birthday) end as due
                                    from (select cast(p.born_on + make_interval(years => a.age) as date) as birthday
                                            from unnest(cast(:ages as int[])) as a (age)) b
                                   where case when c.issued_on is null
                                              then b.birthday > pt.open_day - make_interval(years => :remembered)
                                              else c.issued_on < b.birthday - make_interval(years => :early) end) d
             where not p.restricted and p.point_id <@ (select shared.scope())
               and d.due <= pt.open_day + make_interval(months => :ahead)
               and (d.due, p.id) > (:after_day, :after)
               and not exists (select from household.member_event e
                                where e.person_id = p.id and e.cause = 'DIED')
             order by d.due, p.id
             limit :most
            """;

    private static final String OF_PERSON = """
            select p.full_name, p.born_on, p.born_year_only, p.identity_digits, pt.open_day, p.point_id,
                   (select max(c.issued_on) from household.card c where c.person_id = p.id) as issued_on
              from household.person p
              join organisation.v_point pt on pt.id = p.point_id
             where p.id = :id and p.point_id <@ (select shared.scope())
               and ((select shared.scope_person()) is null or p.id = (select shared.scope_person()))
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    Cards(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /**
     * The card of a person.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}
     */
    public Card of(long person) {
        return db.sql(OF_PERSON)
                .param("id", person)
                .query((row, n) -> card(row))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_PERSON));
    }

    /** The rule of a day, with the documents it stands on. */
    Ruled rule(LocalDate day) {
        var rules = programmes.current().parameters();
        return new Ruled(CardRule.of(rules, day), CardRule.documents(rules, day));
    }

    /** People whose card is due behind a place in the list, those with an old number first. */
    List<Due> due(Place after, LocalDate today, int most) {
        var rule = CardRule.of(programmes.current().parameters(), today);
        return db.sql(DUE)
                .param("ages", rule.ages().toArray(Integer[]::new))
                .param("early", rule.early())
                .param("remembered", CardRule.REMEMBERED_YEARS)
                .param("ahead", CardRule.AHEAD_MONTHS)
                .param("after_day", after.day())
                .param("after", after.person())
                .param("most", most)
                .query((row, n) -> due(row))
                .list();
    }

    private Card card(ResultSet row) throws SQLException {
        var born = new Born(row.getObject("born_on", LocalDate.class), row.getBoolean("born_year_only"));
        var today = row.getObject("open_day", LocalDate.class);
        var issued = row.getObject("issued_on", LocalDate.class);
        var due = CardRule.of(programmes.current().parameters(), today)
                .due(born, issued, today)
                .orElse(null);
        return new Card(
                row.getString("full_name"),
                row.getInt("identity_digits") == 9,
                issued,
                due,
                today,
                row.getLong("point_id"));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getString("full_name"),
                row.getString("identity_last4"),
                row.getString("household"),
                row.getString("hamlet") + " · " + row.getString("point"),
                new Term(
                        row.getInt("identity_digits") == 9,
                        row.getObject("due", LocalDate.class),
                        row.getObject("open_day", LocalDate.class)));
    }

    /**
     * A person's card.
     *
     * @param name the person's
     * @param old whether the number has 9 digits
     * @param issuedOn as shown at the counter; none when nobody has looked
     * @param due the day of renewal; none after the last age
     */
    public record Card(
            String name,
            boolean old,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate due,
            LocalDate today,
            long pointId) {

        /** Whether it is to be renewed now. */
        public boolean isDue() {
            return due != null && !due.isAfter(today);
        }
    }

    /** A rule, and the codes of its documents. */
    record Ruled(CardRule rule, List<String> documents) {}

    /** Somebody whose card is due. */
    record Due(long id, String name, String last4, String household, String place, Term term) {

        public String identity() {
            return IdentityNumber.masked(last4);
        }

        Place at() {
            return new Place(term.day(), id);
        }
    }

    /** Why and when: an old number at once. */
    record Term(boolean old, LocalDate day, LocalDate today) {

        public boolean isPast() {
            return !day.isAfter(today);
        }
    }

    /** A place in the list. */
    record Place(LocalDate day, long person) {

        static final Place BEGINNING = new Place(LocalDate.of(1, 1, 1), 0);

        /** A place as an address holds it; the beginning for anything else. */
        static Place of(String text) {
            if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]{1,18}")) {
                return BEGINNING;
            }
            try {
                return new Place(LocalDate.parse(text.substring(0, 10)), Long.parseLong(text.substring(11)));
            } catch (DateTimeException noDay) {
                return BEGINNING;
            }
        }

        @Override
        public String toString() {
            return day + "." + person;
        }
    }
}
