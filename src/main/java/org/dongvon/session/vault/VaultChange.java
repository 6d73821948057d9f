package org.dongvon.session.vault;

import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/**
 * Cash from the bank to the vault of an office, or back: one person asks for it, the director approves, and the approval
 * writes the journal. The subject is the office's code.
 */
@Component
public class VaultChange implements VaultRequest {

    public static final String NAME = "session.vault-cash";

    private static final String WAY = "way";
    private static final String AMOUNT = "amount";
    private static final String WORDS = "vault.way.";

    private final Units units;
    private final Vaults vaults;
    private final VaultJournal journal;

    VaultChange(Units units, Vaults vaults, VaultJournal journal) {
        this.units = units;
        this.vaults = vaults;
        this.journal = journal;
    }

    /** What to ask for. */
    public static Facts wanted(Vaults.Kind way, Dong amount) {
        return Facts.none().dong(AMOUNT, amount).word(WAY, WORDS + way);
    }

    /** Which way of those asked for. */
    static Vaults.Kind way(Facts wanted) {
        return Vaults.Kind.valueOf(wanted.textOf(WAY).substring(WORDS.length()));
    }

    @Override
    public Units units() {
        return units;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return wanted.dongOf(AMOUNT);
    }

    /** Whether the vault holds enough is asked again under its lock, when the journal is written. */
    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var order = order(subject, wanted);
        var held = vaults.balance(order.officeId());
        if (!order.isIn() && order.amount().compareTo(held) > 0) {
            throw new Refused(SessionRefusal.VAULT_TOO_LOW, order.amount(), held);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var order = order(subject, wanted);
        var held = vaults.balance(order.officeId());
        return Facts.none()
                .dong("held", held)
                .dong("after", order.isIn() ? held.plus(order.amount()) : held.minus(order.amount()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        journal.write(approved.submission(), order(approved.subject(), approved.wanted()));
    }

    @Override
    public String form(String subject) {
        return "/vault";
    }

    private VaultOrder order(String subject, Facts wanted) {
        return new VaultOrder(units.office(subject).id(), way(wanted), wanted.dongOf(AMOUNT));
    }
}
