package org.dongvon.simulation;

import org.dongvon.engine.money.Dong;
import org.dongvon.session.Vaults;
import org.dongvon.session.vault.MoveVaultCash;
import org.dongvon.session.vault.VaultOrder;
import org.springframework.stereotype.Component;

/**
 * Keeps an office's vault as offices do: cash comes from the bank for what a session will pay out, and what a session
 * brought in goes to the bank when the vault holds more than it may.
 */
@Component
class Treasury {

    private static final long STEP = 100_000_000;
    private static final Dong KEPT = new Dong(200_000_000);
    private static final String REASON = "Theo nhu cầu chi và hạn mức tồn quỹ";
    private static final Dong MOST = new Dong(500_000_000);

    private final Vaults vaults;
    private final MoveVaultCash move;

    Treasury(Vaults vaults, MoveVaultCash move) {
        this.vaults = vaults;
        this.move = move;
    }

    /** Before a session: brings what is missing, in hundreds of millions. */
    void bringFor(Office office, String session, Dong cash) {
        var missing = cash.minus(vaults.balance(office.id()));
        if (missing.isPositive()) {
            long steps = Math.ceilDiv(missing.amount(), STEP);
            order(office, "vault in " + session, Vaults.Kind.VAULT_IN, new Dong(steps * STEP));
        }
    }

    /** After a session: takes away what is too much. */
    void takeAway(Office office, String session) {
        var held = vaults.balance(office.id());
        if (held.compareTo(MOST) > 0) {
            order(office, "vault out " + session, Vaults.Kind.VAULT_OUT, held.minus(KEPT));
        }
    }

    private void order(Office office, String name, Vaults.Kind way, Dong amount) {
        var order = new VaultOrder(office.id(), way, amount);
        long id = move.ask(office.controller(), office.keys().of(name), order, REASON);
        move.approve(office.director(), office.keys().of("approve " + name), id);
    }
}
