package org.dongvon.session.vault;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.Voucher;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.session.Vaults;
import org.springframework.stereotype.Component;

/** Writes the journal of an order on the office's open day. Locks the business day first and the vault last. */
@Component
class VaultJournal {

    private final Units units;
    private final BusinessDays days;
    private final Ledger ledger;
    private final Vaults vaults;

    VaultJournal(Units units, BusinessDays days, Ledger ledger, Vaults vaults) {
        this.units = units;
        this.days = days;
        this.ledger = ledger;
        this.vaults = vaults;
    }

    void write(UUID submission, VaultOrder order) {
        long office = order.officeId();
        var point = units.pointsOf(office).getFirst();
        var day = days.hold(office);
        var in = order.isIn() ? order.amount() : Dong.ZERO.minus(order.amount());
        var header = new Journal.Header(
                submission, point.id(), office, day, day, order.way().name(), null);
        var voucher = ledger.post(new Journal(
                header, List.of(Entry.of(Account.VAULT, in), Entry.of(Account.BANK, Dong.ZERO.minus(in)))));
        move(order, voucher);
    }

    private void move(VaultOrder order, Voucher voucher) {
        if (order.isIn()) {
            vaults.bring(order.officeId(), voucher.journalId(), order.way(), order.amount());
        } else {
            vaults.take(order.officeId(), voucher.journalId(), order.way(), order.amount());
        }
    }
}
