package org.dongvon.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Telephone numbers of people with their consent to messages (số điện thoại, đồng ý nhận tin). Numbers are encrypted; a
 * number is opened for whoever reveals it and for a message that is sent.
 *
 * <p>Example: consent signed on 18/04/2024 for {@code •••• ••• 678}, ended on 02/06/2024: two rows, and no message after.
 */
@Repository
public class Contacts {

    private static final String ROWS = """
            select c.seq, c.last3, c.language, c.consent, c.signed_on, c.paper, c.booked_on, w.full_name as who
              from household.contact c
              join shared.submission s on s.key = c.submission
              left join organisation.v_staff w on w.id = s.actor_id
             where c.person_id = :person and c.point_id <@ (select shared.scope())
             order by c.seq desc
            """;

    private static final String STORED = """
            select c.seq, c.number_encrypted, c.number_key, encode(c.number_hash, 'hex') as hash, c.last3, c.language, c.consent, c.signed_on
              from household.contact c
             where c.person_id = :person and c.point_id <@ (select shared.scope())
             order by c.seq desc
             limit 1
            """;

    private static final String ADD = """
            insert into household.contact (person_id, seq, point_id, number_encrypted, number_key, number_hash, last3, language, consent,
                                           signed_on, paper, booked_on, submission)
            select p.id, coalesce((select max(c.seq) from household.contact c where c.person_id = p.id), 0) + 1, p.point_id,
                   decode(:number, 'hex'), :number_key, decode(:hash, 'hex'), :last3, :language, :consent, :signed, :paper, :booked, :key
              from household.person p
             where p.id = :person and p.point_id <@ (select shared.scope())
            """;

    private static final String OPEN = """
            select c.person_id, c.number_encrypted, c.number_key
              from unnest(cast(:people as bigint[]), cast(:seqs as smallint[])) as a (person_id, seq)
              join household.contact c on c.person_id = a.person_id and c.seq = a.seq
             where c.point_id <@ (select shared.scope())
            """;

    private final IdentityCipher cipher;
    private final IdentityKeys keys;
    private final KeyRing ring;
    private final JdbcClient db;

    Contacts(IdentityCipher cipher, IdentityKeys keys, KeyRing ring, JdbcClient db) {
        this.cipher = cipher;
        this.keys = keys;
        this.ring = ring;
        this.db = db;
    }

    /** All that a person said, the newest first. */
    public List<Said> history(long person) {
        return db.sql(ROWS)
                .param("person", person)
                .query((row, n) -> new Said(
                        row.getString("last3"),
                        Language.valueOf(row.getString("language")),
                        row.getBoolean("consent"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("paper"),
                        row.getString("who")))
                .list();
    }

    /** The newest word of a person. */
    public Optional<Held> held(long person) {
        return db.sql(STORED)
                .param("person", person)
                .query((row, n) -> new Held(
                        row.getString("hash"),
                        row.getString("last3"),
                        Language.valueOf(row.getString("language")),
                        row.getBoolean("consent"),
                        row.getObject("signed_on", LocalDate.class)))
                .optional();
    }

    /** The look-up hash of a number. */
    public String hash(PhoneNumber number) {
        return cipher.hash(number);
    }

    /** A number as text that only this installation reads: the key's number, a colon, the ciphertext. */
    public String sealed(PhoneNumber number) {
        int key = keys.current();
        return key + ":" + HexFormat.of().formatHex(cipher.encrypt(number, key));
    }

    /**
     * A sealed number again.
     *
     * @throws Refused {@link HouseholdRefusal#CORRECTION_UNREADABLE} when its key was retired meanwhile
     */
    public PhoneNumber unsealed(String sealed) {
        var parts = sealed.split(":", 2);
        int key = Integer.parseInt(parts[0]);
        if (!ring.numbers().contains(key)) {
            throw new Refused(HouseholdRefusal.CORRECTION_UNREADABLE);
        }
        return cipher.phone(HexFormat.of().parseHex(parts[1]), key);
    }

    /** The number that is held, whole. */
    public Optional<PhoneNumber> number(long person) {
        return db.sql(STORED)
                .param("person", person)
                .query((row, n) -> cipher.phone(row.getBytes("number_encrypted"), row.getInt("number_key")))
                .optional();
    }

    /**
     * Whole numbers for messages, by person.
     *
     * @param rows the row of each person that the message goes by
     */
    public Map<Long, PhoneNumber> numbers(Collection<Row> rows) {
        Map<Long, PhoneNumber> numbers = new HashMap<>();
        db.sql(OPEN)
                .param("people", rows.stream().map(Row::person).toArray(Long[]::new))
                .param("seqs", rows.stream().map(Row::seq).toArray(Integer[]::new))
                .query(row -> {
                    numbers.put(
                            row.getLong("person_id"),
                            cipher.phone(row.getBytes("number_encrypted"), row.getInt("number_key")));
                });
        return numbers;
    }

    /** Writes a word down after all that were said before. */
    public void add(long person, PhoneNumber number, Word word) {
        int key = keys.current();
        db.sql(ADD)
                .param("person", person)
                .param("number", HexFormat.of().formatHex(cipher.encrypt(number, key)))
                .param("number_key", key)
                .param("hash", cipher.hash(number))
                .param("last3", number.last3())
                .param("language", word.language().name())
                .param("consent", word.consent())
                .param("signed", word.signedOn())
                .param("paper", word.paper())
                .param("booked", word.bookedOn())
                .param("key", word.submission())
                .update();
    }

    /** A row of a person's contact. */
    public record Row(long person, int seq) {}

    /** The newest word, with the hash of its number. */
    public record Held(String hash, String last3, Language language, boolean consent, LocalDate signedOn) {

        public String shown() {
            return PhoneNumber.masked(last3);
        }
    }

    /** What is written down. */
    public record Word(
            Language language,
            boolean consent,
            LocalDate signedOn,
            String paper,
            LocalDate bookedOn,
            UUID submission) {}

    /** One word of a person's history. */
    public record Said(
            String last3,
            Language language,
            boolean consent,
            LocalDate signedOn,
            String paper,
            @Nullable String who) {

        public String shown() {
            return PhoneNumber.masked(last3);
        }
    }
}
