package org.dongvon.identity.secondfactor;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** Ten codes on paper, each for one log-in without the telephone. They are shown once; hashes like passwords' are kept. */
@Repository
class RecoveryCodes {

    static final int COUNT = 10;

    private static final String FORGET = "delete from identity.recovery_code where account_id = :account";

    private static final String STORE = """
            insert into identity.recovery_code (account_id, number, code_hash)
            select :account, n, hash from unnest(cast(:hashes as text[])) with ordinality as made(hash, n)
            """;

    private static final String UNUSED = """
            select number, code_hash from identity.recovery_code where account_id = :account and used_at is null
             order by number
            """;

    private static final String USE = """
            update identity.recovery_code set used_at = clock_timestamp()
             where account_id = :account and number = :number and used_at is null
            """;

    private static final String LEFT = """
            select count(*) from identity.recovery_code where account_id = :account and used_at is null
            """;

    /** Without those that look alike; 32 characters, so that a code is 50 bits, behind a slow hash and a lock. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PasswordEncoder encoder;

    RecoveryCodes(JdbcClient db, PasswordEncoder encoder) {
        this.db = db;
        this.encoder = encoder;
    }

    /** Ten new ones in place of all that were, such as {@code K7MQ2-4XWZA}. */
    List<String> make(long accountId) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            codes.add(random());
        }
        var hashes =
                codes.stream().map(RecoveryCodes::bare).map(encoder::encode).toArray(String[]::new);
        db.sql(FORGET).param("account", accountId).update();
        db.sql(STORE).param("account", accountId).param("hashes", hashes).update();
        return List.copyOf(codes);
    }

    /** Whether this is one of the account's that was not used; from now on it is. */
    boolean use(long accountId, String typed) {
        var bare = bare(typed);
        if (bare.length() != LENGTH) {
            return false;
        }
        var unused = db.sql(UNUSED)
                .param("account", accountId)
                .query((row, n) -> new Unused(row.getInt("number"), row.getString("code_hash")))
                .list();
        return unused.stream()
                .filter(code -> encoder.matches(bare, code.hash()))
                .findFirst()
                .map(code -> db.sql(USE)
                                .param("account", accountId)
                                .param("number", code.number())
                                .update()
                        == 1)
                .orElse(false);
    }

    void forget(long accountId) {
        db.sql(FORGET).param("account", accountId).update();
    }

    int left(long accountId) {
        return db.sql(LEFT).param("account", accountId).query(Integer.class).single();
    }

    private static String random() {
        var text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i == LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private record Unused(int number, String hash) {}
}
