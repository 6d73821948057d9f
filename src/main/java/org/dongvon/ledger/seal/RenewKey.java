package org.dongvon.ledger.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SealKeys;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Makes a key anew when the file of the one before it is lost for good, at the terminal and by two persons. No key vouches for
 * it: it signs who made it and why, and the last seal of every office, on which its own seals stand from then on.
 *
 * <p>Receipts printed before carry codes of the lost file and are not found any more; the seals themselves stay provable.
 */
@Service
public class RenewKey {

    private static final String NOW = "select transaction_timestamp() as at";

    private static final int LONGEST_REASON = 300;

    private final SealBook book;
    private final SealKeys keys;
    private final Submissions submissions;
    private final BusinessDays days;
    private final Transactions transactions;
    private final JdbcClient db;

    RenewKey(
            SealBook book,
            SealKeys keys,
            Submissions submissions,
            BusinessDays days,
            Transactions transactions,
            JdbcClient db) {
        this.book = book;
        this.keys = keys;
        this.submissions = submissions;
        this.days = days;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * Makes the key.
     *
     * @param maker who has it made
     * @param witness the second person
     * @param why on one line; it is published
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, {@link LedgerRefusal#SEAL_KEY_ONE_PERSON}, {@link
     *     LedgerRefusal#SEAL_KEY_REASON}, {@link LedgerRefusal#NOTHING_SEALED}, {@link LedgerRefusal#SEAL_KEY_IS_HERE}
     */
    public PublicKey run(Actor maker, Actor witness, String why) {
        maker.requireRole(Role.DIRECTOR, Role.MANAGER, Role.ADMINISTRATOR);
        witness.requireRole(Role.DIRECTOR, Role.MANAGER, Role.ADMINISTRATOR);
        if (maker.personId() == witness.personId()) {
            throw new Refused(LedgerRefusal.SEAL_KEY_ONE_PERSON);
        }
        var reason = Spelling.of(why);
        if (reason.isEmpty()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(LedgerRefusal.SEAL_KEY_REASON, LONGEST_REASON);
        }
        // The key is the whole country's, whatever the place of who has it made.
        var acting =
                new Actor(maker.id(), maker.personId(), maker.login(), maker.name(), maker.role(), 0, Scope.COUNTRY);
        var submission = new Submission(UUID.randomUUID(), "ledger.RenewKey", witness.id() + " " + reason);
        submissions.once(acting, submission, Renewed.class, () -> {
            var made = make(maker, witness, reason);
            return new Submissions.Done<>(
                    0, days.latest().orElse(LocalDate.EPOCH), new Renewed(made.number(), witness.id(), reason));
        });
        return transactions.readPublic(book::keys).getLast();
    }

    private PublicKey make(Actor maker, Actor witness, String reason) {
        var published = book.keys();
        if (published.isEmpty()) {
            throw new Refused(LedgerRefusal.NOTHING_SEALED, "VN");
        }
        var lost = published.getLast();
        if (keys.holds(lost.bytes())) {
            throw new Refused(LedgerRefusal.SEAL_KEY_IS_HERE, lost.number());
        }
        var at = db.sql(NOW)
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .single();
        var renewal = new Renewal(second(at), maker.id(), witness.id(), reason, book.heads());
        var bytes = keys.add();
        var unsigned = PublicKey.following(
                        lost.number() + 1, Base64.getEncoder().encodeToString(bytes), "")
                .renewedBy(renewal);
        var fresh = unsigned.endorsedWith(keys.sign(bytes, unsigned.endorsed()));
        transactions.asSealer(() -> book.addRenewed(fresh, renewal));
        if (!book.keys().getLast().equals(fresh)) {
            throw new IllegalStateException("the key made anew is not stored as it was signed");
        }
        return fresh;
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What the audit record of it says. */
    record Renewed(int key, long witness, String reason) {}
}
