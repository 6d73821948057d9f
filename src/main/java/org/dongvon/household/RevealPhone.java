package org.dongvon.household;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/** Shows one person's whole telephone number once, for a purpose, and logs it in the same transaction. */
@Service
public class RevealPhone {

    private final Contacts contacts;
    private final RevealLimit limit;
    private final SeenLog log;
    private final Transactions transactions;

    RevealPhone(Contacts contacts, RevealLimit limit, SeenLog log, Transactions transactions) {
        this.contacts = contacts;
        this.limit = limit;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * The number in groups.
     *
     * @param day the open day, by which the limit is looked up
     * @throws Refused {@link HouseholdRefusal#NO_PHONE_HELD}, {@link HouseholdRefusal#TOO_MANY_REVEALS}
     */
    public String run(Actor reader, long person, AskedPurpose asked, LocalDate day) {
        return transactions.write(reader, () -> {
            limit.hold(reader);
            var number = contacts.number(person).orElseThrow(() -> new Refused(HouseholdRefusal.NO_PHONE_HELD));
            limit.require(reader, day);
            log.write(
                    reader,
                    new Seen(
                            Kind.REVEAL,
                            "/people/{id}/contact/number",
                            asked.purpose(),
                            asked.note(),
                            List.of(person)));
            return number.shown();
        });
    }
}
