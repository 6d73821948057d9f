package org.dongvon.household;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Registers households with the person who borrows for them, many in one statement. */
@Service
public class Households {

    private static final String REGISTER = """
            with new as (
                select shared.new_id('household.household_id') as household_id,
                       shared.new_id('household.person_id') as person_id, n.*
                  from unnest(cast(:codes as text[]), cast(:hamlets as text[]), cast(:names as text[]),
                              cast(:births as date[]), cast(:sexes as text[]), cast(:identities as text[]),
                              cast(:last4s as text[]), cast(:hashes as text[]), cast(:digits as int[]))
                           with ordinality as n (code, hamlet, full_name, born_on, sex, identity, last4, hash, digits,
                                                      ordinal)),
            households as (
                insert into household.household (id, point_id, code, hamlet)
                select household_id, :point, code, hamlet from new),
            people as (
                insert into household.person (id, household_id, point_id, full_name, born_on, sex, identity_encrypted, identity_last4,
                                              identity_key, identity_hash, identity_digits)
                select person_id, household_id, :point, full_name, born_on, sex, decode(identity, 'hex'), last4,
                       :key, decode(hash, 'hex'), digits from new)
            select household_id, person_id from new order by ordinal
            """;

    private final IdentityCipher cipher;
    private final IdentityKeys keys;
    private final JdbcClient db;

    Households(IdentityCipher cipher, IdentityKeys keys, JdbcClient db) {
        this.cipher = cipher;
        this.keys = keys;
        this.db = db;
    }

    /** Registers households of one point; the answers are in the order of the questions. */
    public List<Registered> register(long pointId, List<NewHousehold> households) {
        int key = keys.current();
        return db.sql(REGISTER)
                .param("key", key)
                .param("point", pointId)
                .param("codes", texts(households, NewHousehold::code))
                .param("hamlets", texts(households, h -> nfc(h.hamlet())))
                .param("names", texts(households, h -> nfc(h.head().fullName())))
                .param("births", texts(households, h -> h.head().bornOn().toString()))
                .param("sexes", texts(households, h -> h.head().sex().name()))
                .param(
                        "identities",
                        texts(
                                households,
                                h -> HexFormat.of()
                                        .formatHex(cipher.encrypt(h.head().identity(), key))))
                .param("last4s", texts(households, h -> h.head().identity().last4()))
                .param("hashes", texts(households, h -> cipher.hash(h.head().identity())))
                .param(
                        "digits",
                        households.stream()
                                .map(h -> h.head().identity().digits().length())
                                .toArray(Integer[]::new))
                .query((row, n) -> new Registered(row.getLong("household_id"), row.getLong("person_id")))
                .list();
    }

    private static String[] texts(
            List<NewHousehold> households, java.util.function.Function<NewHousehold, String> field) {
        return households.stream().map(field).toArray(String[]::new);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A household and the person who borrows for it. */
    public record NewHousehold(String code, String hamlet, NewPerson head) {}

    /** A person as on the identity card. */
    public record NewPerson(String fullName, LocalDate bornOn, Sex sex, IdentityNumber identity) {}

    /** Female or male, as on the identity card. */
    public enum Sex {
        F,
        M
    }

    /** The identifiers given. */
    public record Registered(long householdId, long personId) {}
}
