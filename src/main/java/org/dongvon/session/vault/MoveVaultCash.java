package org.dongvon.session.vault;

import java.util.UUID;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.stereotype.Service;

/** Cash goes from the bank to the vault of an office, or back, by two persons: {@link VaultChange} from code. */
@Service
public class MoveVaultCash {

    private final Units units;
    private final RequestChange request;
    private final DecideChange decide;

    MoveVaultCash(Units units, RequestChange request, DecideChange decide) {
        this.units = units;
        this.request = request;
        this.decide = decide;
    }

    /**
     * The first person asks for it; returns the request's number.
     *
     * @throws Refused {@link SessionRefusal#VAULT_TOO_LOW} when more is to leave than the vault holds
     */
    public long ask(Actor maker, UUID key, VaultOrder order, String reason) {
        var subject = units.get(order.officeId()).code();
        var wanted = VaultChange.wanted(order.way(), order.amount());
        return request.run(maker, new Proposal(key, VaultChange.NAME, subject, wanted, new Basis(reason, null, null)));
    }

    /**
     * The second person approves it, which books it on the office's open day.
     *
     * @throws Refused {@link SessionRefusal#VAULT_TOO_LOW} when the vault holds less by now; the request goes on waiting
     */
    public void approve(Actor checker, UUID key, long id) {
        decide.approve(checker, key, id);
    }
}
