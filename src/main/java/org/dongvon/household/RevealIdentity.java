package org.dongvon.household;

import java.util.List;
import org.dongvon.household.SeenLog.Kind;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Shows one person's whole identity number once, for a purpose, and logs it in the same transaction. */
@Service
public class RevealIdentity {

    private static final String STORED = """
            select p.identity_encrypted, p.identity_key, d.open_day
              from household.person p
              join organisation.v_point d on d.id = p.point_id
             where p.id = :id and p.point_id <@ (select shared.scope())
               and ((select shared.scope_person()) is null or p.id = (select shared.scope_person()))
            """;

    private final IdentityCipher cipher;
    private final RevealLimit limit;
    private final SeenLog log;
    private final JdbcClient db;
    private final Transactions transactions;

    RevealIdentity(IdentityCipher cipher, RevealLimit limit, SeenLog log, JdbcClient db, Transactions transactions) {
        this.cipher = cipher;
        this.limit = limit;
        this.log = log;
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The 12 digits.
     *
     * @param page the route that asks
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}, {@link HouseholdRefusal#TOO_MANY_REVEALS}
     */
    public String run(Actor reader, long personId, AskedPurpose asked, String page) {
        return transactions.write(reader, () -> {
            limit.hold(reader);
            var stored = stored(personId);
            limit.require(reader, stored.openDay());
            log.write(reader, new Seen(Kind.REVEAL, page, asked.purpose(), asked.note(), List.of(personId)));
            return cipher.decrypt(stored.identity(), stored.key()).digits();
        });
    }

    /**
     * The 12 digits for a copy of all that is held about a person; the caller has logged the copy in this transaction.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON}
     */
    public String forCopy(long personId) {
        var stored = stored(personId);
        return cipher.decrypt(stored.identity(), stored.key()).digits();
    }

    private Stored stored(long personId) {
        return db.sql(STORED)
                .param("id", personId)
                .query((row, n) -> new Stored(
                        row.getBytes("identity_encrypted"),
                        row.getInt("identity_key"),
                        row.getObject("open_day", java.time.LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_PERSON));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(byte[] identity, int key, java.time.LocalDate openDay) {}
}
