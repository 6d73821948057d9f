package org.dongvon.session.vault;

import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Refused;

/**
 * Cash that is to go from the bank to the vault of an office, or back.
 *
 * @param officeId whose vault
 * @param way {@code VAULT_IN} or {@code VAULT_OUT}
 * @param amount whole đồng, more than nothing
 */
public record VaultOrder(long officeId, Vaults.Kind way, Dong amount) {

    /** No transport carries more. */
    public static final Dong MOST = new Dong(100_000_000_000L);

    /**
     * The order as somebody asks for it.
     *
     * @throws Refused {@link SessionRefusal#VAULT_AMOUNT_OUT_OF_RANGE}
     */
    public VaultOrder {
        if (way != Vaults.Kind.VAULT_IN && way != Vaults.Kind.VAULT_OUT) {
            throw new IllegalArgumentException("sessions move " + way);
        }
        if (!amount.isPositive() || amount.compareTo(MOST) > 0) {
            throw new Refused(SessionRefusal.VAULT_AMOUNT_OUT_OF_RANGE, amount, MOST);
        }
    }

    boolean isIn() {
        return way == Vaults.Kind.VAULT_IN;
    }
}
