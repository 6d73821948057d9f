package org.dongvon.support;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.handover.HandOverCash;
import org.dongvon.session.vault.VaultCountChange;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.springframework.context.ApplicationContext;

/** A day on which the teller gave the vault 1 000 000 đ, and the vault was counted with 1 000 đ missing. */
public final class CashHandedOver {

    private CashHandedOver() {}

    public static void of(ApplicationContext beans, Village village, long session) {
        village.stockVault(5_000_000);
        var cash = beans.getBean(HandOverCash.class);
        long given = cash.give(
                village.teller,
                UUID.randomUUID(),
                new HandOverCash.Giving(session, null, CashCount.of(new Dong(1_000_000))));
        cash.take(village.controller, UUID.randomUUID(), given);
        var book = beans.getBean(Transactions.class)
                .read(village.director, () -> beans.getBean(Vaults.class).balance(village.office));
        count(beans, village, CashCount.of(book.minus(new Dong(1_000))), book);
    }

    /** The controller counts the vault and the director signs. */
    public static void count(ApplicationContext beans, Village village, CashCount count, Dong book) {
        long id = beans.getBean(RequestChange.class)
                .run(
                        village.controller,
                        new Proposal(
                                UUID.randomUUID(),
                                VaultCountChange.NAME,
                                village.code,
                                VaultCountChange.wanted(count, book),
                                new Basis("kiểm kê cuối ngày", null, null)));
        beans.getBean(DecideChange.class).approve(village.director, UUID.randomUUID(), id);
    }
}
