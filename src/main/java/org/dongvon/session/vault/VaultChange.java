package org.dongvon.session.vault;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * Cash from the bank to the vault of an office, or back: one person asks for it, the director approves, and the approval
 * writes the journal. The subject is the office's code.
 */
@Component
public class VaultChange implements ChangeKind {

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
    public String name() {
        return NAME;
    }

    // Not the teller, who would hand the cash to themselves.
    @Override
    public Set<Role> makers() {
        return Set.of(Role.LEADER, Role.CONTROLLER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(units.find(subject).map(Unit::name).orElse(subject));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return units.pointsOf(office(subject)).getFirst().id();
    }

    /** Nothing was there before: cash moves, no field is replaced. */
    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none();
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
        return new VaultOrder(office(subject), way(wanted), wanted.dongOf(AMOUNT));
    }

    private long office(String subject) {
        return units.find(subject)
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, subject))
                .id();
    }
}
