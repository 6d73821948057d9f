package org.dongvon.household;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives people registered before look-up hashes theirs, when the server starts. */
@Component
@WebOnly
class FillIdentityHashes {

    private static final int BATCH = 500;

    private static final String NEXT = """
            select id, identity_encrypted, identity_key
              from household.person
             where identity_hash is null
             order by id
             limit :most
            """;

    private static final String FILL = """
            update household.person p
               set identity_hash = decode(n.hash, 'hex')
              from unnest(cast(:ids as bigint[]), cast(:hashes as text[])) as n (id, hash)
             where p.id = n.id and p.identity_hash is null
            """;

    private final IdentityCipher cipher;
    private final JdbcClient db;
    private final Transactions transactions;

    FillIdentityHashes(IdentityCipher cipher, JdbcClient db, Transactions transactions) {
        this.cipher = cipher;
        this.db = db;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void run() {
        while (transactions.write(Actor.SYSTEM, this::batch) == BATCH) {
            // Until a batch is not full.
        }
    }

    private int batch() {
        var missing = db.sql(NEXT)
                .param("most", BATCH)
                .query((row, n) -> new Missing(
                        row.getLong("id"),
                        cipher.hash(cipher.decrypt(row.getBytes("identity_encrypted"), row.getInt("identity_key")))))
                .list();
        db.sql(FILL)
                .param("ids", missing.stream().map(Missing::id).toArray(Long[]::new))
                .param("hashes", missing.stream().map(Missing::hash).toArray(String[]::new))
                .update();
        return missing.size();
    }

    private record Missing(long id, String hash) {}
}
