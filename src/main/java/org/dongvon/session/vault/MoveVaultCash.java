package org.dongvon.session.vault;

import java.util.UUID;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.vault.VaultJournal.Moved;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** Cash goes from the bank to the vault of an office, or back. */
@Service
public class MoveVaultCash {

    private final VaultJournal journal;
    private final Submissions submissions;

    MoveVaultCash(VaultJournal journal, Submissions submissions) {
        this.journal = journal;
        this.submissions = submissions;
    }

    /**
     * Books it on the office's open day; returns the journal.
     *
     * @throws Refused {@link SessionRefusal#VAULT_TOO_LOW} when more is to leave than the vault holds
     */
    public long run(Actor actor, UUID key, VaultOrder order) {
        actor.requireRole(Role.DIRECTOR, Role.SYSTEM);
        var content = "vault office=%d %s %d"
                .formatted(order.officeId(), order.way(), order.amount().amount());
        var submission = new Submission(key, "session.MoveVaultCash", content);
        return submissions
                .once(actor, submission, Moved.class, () -> journal.write(key, order))
                .journalId();
    }
}
