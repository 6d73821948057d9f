package org.dongvon.household;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.dongvon.shared.SealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What stands for people in the sealed book: HMAC-SHA-256 of identity number, full name and day of birth under a random
 * key of each person alone. A tag is made once and never changes, whatever is corrected later; once its key is erased,
 * nobody can tell whose it is, and no seal breaks.
 *
 * <p>Example: 000123456789, Nguyễn Thị Hoa, 1980-01-01 is tagged as the HMAC of
 * {@code "000123456789\nNguyễn Thị Hoa\n1980-01-01\n"}.
 */
@Service
public class PersonTags {

    private static final int KEY_BYTES = 32;

    private static final String UNTAGGED = """
            select p.id, p.full_name, p.born_on, p.identity_encrypted, p.identity_key
              from household.person p
             where p.id = any (cast(:people as bigint[]))
               and not exists (select from household.person_tag t where t.person_id = p.id)
            """;

    // "do nothing": two offices' closes may tag a person at once; the first stays.
    private static final String TAG = """
            insert into household.person_tag (person_id, point_id, key, tag)
            select p.id, p.point_id, decode(n.key, 'hex'), decode(n.tag, 'hex')
              from unnest(cast(:people as bigint[]), cast(:keys as text[]), cast(:tags as text[])) as n (id, key, tag)
              join household.person p on p.id = n.id
                on conflict (person_id) do nothing
            """;

    private final IdentityCipher cipher;
    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    PersonTags(IdentityCipher cipher, JdbcClient db) {
        this.cipher = cipher;
        this.db = db;
    }

    /**
     * Tags the people of an office's lines of some days who have no tag yet, inside the caller's transaction.
     *
     * @param untagged finds them: one column, with parameters {@code office}, {@code from} and {@code to}
     * @throws IllegalStateException when one of them is out of scope: a line sealed without a tag would differ for who sees it
     */
    public void make(String untagged, long officeId, LocalDate from, LocalDate to) {
        make(db.sql(untagged)
                .param("office", officeId)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private void make(Collection<Long> people) {
        if (people.isEmpty()) {
            return;
        }
        var made = db.sql(UNTAGGED)
                .param("people", people.toArray(Long[]::new))
                .query((row, n) -> tagged(
                        row.getLong("id"),
                        cipher.decrypt(row.getBytes("identity_encrypted"), row.getInt("identity_key"))
                                        .digits()
                                + "\n" + row.getString("full_name") + "\n"
                                + row.getObject("born_on", LocalDate.class) + "\n"))
                .list();
        if (made.size() < people.size()) {
            throw new IllegalStateException(people.size() - made.size() + " people of sealed lines are out of scope");
        }
        store(made);
    }

    private Tagged tagged(long person, String facts) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var hex = HexFormat.of();
        return new Tagged(person, hex.formatHex(key), hex.formatHex(SealKeys.hmac(key, facts)));
    }

    private void store(List<Tagged> made) {
        var people = new ArrayList<Long>();
        var keys = new ArrayList<String>();
        var tags = new ArrayList<String>();
        for (var each : made) {
            people.add(each.person());
            keys.add(each.key());
            tags.add(each.tag());
        }
        db.sql(TAG)
                .param("people", people.toArray(Long[]::new))
                .param("keys", keys.toArray(String[]::new))
                .param("tags", tags.toArray(String[]::new))
                .update();
    }

    private record Tagged(long person, String key, String tag) {}
}
