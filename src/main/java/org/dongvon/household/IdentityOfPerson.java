package org.dongvon.household;

import java.util.HexFormat;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A person's identity number in its stored forms, for a correction that waits for a second person. */
@Repository
public class IdentityOfPerson {

    private static final String HASH = """
            select encode(identity_hash, 'hex') from household.person where id = :id
            """;

    private static final String REPLACE = """
            update household.person
               set identity_encrypted = decode(:identity, 'hex'), identity_key = :key, identity_hash = decode(:hash, 'hex'),
                   identity_last4 = :last4, identity_digits = :digits
             where id = :id
            """;

    private final IdentityCipher cipher;
    private final IdentityKeys keys;
    private final KeyRing ring;
    private final JdbcClient db;

    IdentityOfPerson(IdentityCipher cipher, IdentityKeys keys, KeyRing ring, JdbcClient db) {
        this.cipher = cipher;
        this.keys = keys;
        this.ring = ring;
        this.db = db;
    }

    /** The look-up hash of the number held, in hexadecimal. */
    public String hash(long personId) {
        return db.sql(HASH).param("id", personId).query(String.class).single();
    }

    /** The look-up hash of a number. */
    public String hash(IdentityNumber number) {
        return cipher.hash(number);
    }

    /** A number as text that only this installation reads: the key's number, a colon, the ciphertext. */
    public String sealed(IdentityNumber number) {
        int key = keys.current();
        return key + ":" + HexFormat.of().formatHex(cipher.encrypt(number, key));
    }

    /** A number as it is stored with a person, under the key of today. */
    public Stored stored(IdentityNumber number) {
        int key = keys.current();
        return new Stored(
                HexFormat.of().formatHex(cipher.encrypt(number, key)),
                key,
                cipher.hash(number),
                number.last4(),
                number.digits().length());
    }

    /**
     * Puts a sealed number in the place of the one held, under the key of today.
     *
     * @throws Refused {@link HouseholdRefusal#CORRECTION_UNREADABLE} when its key was retired meanwhile
     */
    public void replace(long personId, String sealed) {
        var number = open(sealed);
        int key = keys.current();
        db.sql(REPLACE)
                .param("identity", HexFormat.of().formatHex(cipher.encrypt(number, key)))
                .param("key", key)
                .param("hash", cipher.hash(number))
                .param("last4", number.last4())
                .param("digits", number.digits().length())
                .param("id", personId)
                .update();
    }

    private IdentityNumber open(String sealed) {
        var parts = sealed.split(":", 2);
        int key = Integer.parseInt(parts[0]);
        if (!ring.numbers().contains(key)) {
            throw new Refused(HouseholdRefusal.CORRECTION_UNREADABLE);
        }
        return cipher.decrypt(HexFormat.of().parseHex(parts[1]), key);
    }

    /**
     * An identity number's stored forms.
     *
     * @param encrypted in hexadecimal
     * @param key the number of the key that it is under
     * @param hash the look-up hash, in hexadecimal
     * @param last4 what is shown of it
     * @param digits how many it has
     */
    public record Stored(String encrypted, int key, String hash, String last4, int digits) {}
}
