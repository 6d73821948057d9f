package org.dongvon.ledger.seal;

import java.util.Base64;
import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SealKeys;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/** Signs with the newest published key, whose private half lies in the data folder. */
@Service
public class Signing {

    private final SealBook book;
    private final SealKeys keys;
    private final Transactions transactions;

    Signing(SealBook book, SealKeys keys, Transactions transactions) {
        this.book = book;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** The published keys, the newest last. */
    public List<PublicKey> published() {
        return transactions.readPublic(book::keys);
    }

    /**
     * Makes a new key, endorsed by the newest so far, which signs from now on.
     *
     * @throws Refused {@link LedgerRefusal#SEAL_KEY_MISSING}
     */
    public PublicKey rotate(Actor actor) {
        actor.requireRole(Role.SYSTEM);
        return transactions.write(actor, () -> {
            var before = current();
            var fresh = keys.add();
            int number = before.number() + 1;
            var base64 = Base64.getEncoder().encodeToString(fresh);
            publish(PublicKey.following(number, base64, sign(before, PublicKey.line(number, base64))));
            return book.keys().getLast();
        });
    }

    /**
     * The key that signs; the installation's own becomes the first.
     *
     * @throws Refused {@link LedgerRefusal#SEAL_KEY_MISSING} when its private half is not in the data folder
     */
    PublicKey current() {
        if (book.keys().isEmpty()) {
            var bytes = keys.newest();
            var base64 = Base64.getEncoder().encodeToString(bytes);
            var endorsement = keys.sign(bytes, PublicKey.line(1, base64));
            publish(PublicKey.following(1, base64, Base64.getEncoder().encodeToString(endorsement)));
        }
        var newest = book.keys().getLast();
        if (!keys.holds(newest.bytes())) {
            throw new Refused(LedgerRefusal.SEAL_KEY_MISSING, newest.number());
        }
        return newest;
    }

    private void publish(PublicKey key) {
        transactions.asSealer(() -> book.addKey(key));
    }

    /** The signature of a text by a key whose private half is here, in base64. */
    String sign(PublicKey key, String text) {
        return Base64.getEncoder().encodeToString(keys.sign(key.bytes(), text));
    }
}
