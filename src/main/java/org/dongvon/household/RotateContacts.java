package org.dongvon.household;

import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings telephone numbers under the newest key, in batches, as a part of {@link RotateIdentityKeys}. */
final class RotateContacts {

    private static final String NEXT = """
            select person_id, seq, number_encrypted, number_key
              from household.contact
             where number_key <> :key
             order by person_id, seq
             limit :most
               for update
            """;

    private static final String MOVE = """
            update household.contact c
               set number_encrypted = decode(n.number, 'hex'), number_key = :key
              from unnest(cast(:people as bigint[]), cast(:seqs as smallint[]), cast(:numbers as text[])) as n (person_id, seq, number)
             where c.person_id = n.person_id and c.seq = n.seq
            """;

    private final IdentityCipher cipher;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    RotateContacts(IdentityCipher cipher, JdbcClient db, TransactionTemplate transaction) {
        this.cipher = cipher;
        this.db = db;
        this.transaction = transaction;
    }

    /** Moves all that are under another key. */
    void run(int key) {
        int moved;
        do {
            moved = transaction.execute(status -> batch(key));
        } while (moved > 0);
    }

    private int batch(int key) {
        var batch = db.sql(NEXT)
                .param("key", key)
                .param("most", RotateIdentityKeys.BATCH)
                .query((row, n) -> new Stored(
                        row.getLong("person_id"),
                        row.getInt("seq"),
                        HexFormat.of()
                                .formatHex(cipher.encrypt(
                                        cipher.phone(row.getBytes("number_encrypted"), row.getInt("number_key")),
                                        key))))
                .list();
        if (!batch.isEmpty()) {
            write(batch, key);
        }
        return batch.size();
    }

    private void write(List<Stored> batch, int key) {
        db.sql(MOVE)
                .param("key", key)
                .param("people", batch.stream().map(Stored::person).toArray(Long[]::new))
                .param("seqs", batch.stream().map(Stored::seq).toArray(Integer[]::new))
                .param("numbers", batch.stream().map(Stored::number).toArray(String[]::new))
                .update();
    }

    private record Stored(long person, int seq, String number) {}
}
