package org.dongvon.household;

import java.util.List;
import java.util.regex.Pattern;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds people of the reader's scope by the whole identity number, without decrypting any: by its look-up hash. Numbers
 * come by posted forms only; nothing here keeps or logs them.
 */
@Service
public class FindByIdentity {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.-]");
    private static final Pattern NUMBER = Pattern.compile("\\d{9}|\\d{12}");

    private static final String FIND = """
            select p.id, p.full_name, p.identity_last4, h.hamlet, u.name as point
              from household.person p
              join household.household h on h.id = p.household_id
              join organisation.unit u on u.id = p.point_id
             where p.identity_hash = decode(:hash, 'hex')
             order by p.id
             limit 50
            """;

    private final IdentityCipher cipher;
    private final JdbcClient db;
    private final Transactions transactions;

    FindByIdentity(IdentityCipher cipher, JdbcClient db, Transactions transactions) {
        this.cipher = cipher;
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * Whether a text is an identity number, with or without spaces, dots or hyphens: 12 digits, or 9 of the old card.
     * Example: {@code 0000 8400 0999}.
     */
    public static boolean isNumber(String typed) {
        return NUMBER.matcher(digits(typed)).matches();
    }

    /** The people of a number in the reader's scope. */
    public List<Match> find(Actor reader, String typed) {
        var digits = digits(typed);
        var hash = cipher.hash(new IdentityNumber(digits));
        // Not as the reading role, which sees no hashes.
        return transactions.write(
                reader,
                () -> db.sql(FIND).param("hash", hash).query(Match.class).list());
    }

    private static String digits(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }

    /** A person of the number. */
    public record Match(long id, String fullName, String identityLast4, String hamlet, String point) {

        public String identity() {
            return IdentityNumber.masked(identityLast4);
        }
    }
}
