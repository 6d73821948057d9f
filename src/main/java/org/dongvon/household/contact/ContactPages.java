package org.dongvon.household.contact;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.Contacts;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who a person is, where served, and all they said about messages. */
@Repository
class ContactPages {

    private static final String WHO = """
            select p.id, p.full_name, p.restricted, p.point_id, d.open_day
              from household.v_person p
              join organisation.v_point d on d.id = p.point_id
             where p.id = :id and p.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    // One change of a person at a time.
    private static final String LOCK = """
            select p.id from household.person p where p.id = :id and p.point_id <@ (select shared.scope()) for no key update
            """;

    private final Contacts contacts;
    private final JdbcClient db;
    private final Transactions transactions;

    ContactPages(Contacts contacts, JdbcClient db, Transactions transactions) {
        this.contacts = contacts;
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The person with what they said, newest first.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}
     */
    Shown of(Actor actor, long person) {
        return transactions.read(actor, () -> new Shown(who(person), contacts.history(person)));
    }

    /**
     * Who it is; inside a transaction.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}
     */
    Who who(long person) {
        return db.sql(WHO)
                .param("id", person)
                .query((row, n) -> new Who(
                        row.getLong("id"),
                        row.getString("full_name"),
                        row.getBoolean("restricted"),
                        row.getLong("point_id"),
                        row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_PERSON));
    }

    /** The same, held until the transaction ends. */
    Who lock(long person) {
        db.sql(LOCK).param("id", person).query((row, n) -> row.getLong(1)).optional();
        return who(person);
    }

    /** A person at their point, on its open day. */
    record Who(long id, String name, boolean restricted, long pointId, LocalDate openDay) {}

    /** A person's contact with its history. */
    record Shown(Who who, List<Contacts.Said> said) implements ShowsPeople {

        /** Whether messages may go out now. */
        public boolean consents() {
            return !said.isEmpty() && said.getFirst().consent();
        }

        @Override
        public Purpose purpose() {
            return Purpose.PERSON_FILE;
        }

        @Override
        public List<Long> people() {
            return List.of(who.id());
        }
    }
}
