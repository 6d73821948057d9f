package org.dongvon.session.vault;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes counts of vaults, and the voucher of a difference. Locks the business day first and the vault last. */
@Component
class VaultCounts {

    private static final String COUNT = """
            insert into session.vault_count (office_id, day, number, point_id, notes, expected, counted, reason, counted_by, signed_by)
            select :office, :day,
                   1 + coalesce((select max(c.number) from session.vault_count c where c.office_id = :office and c.day = :day), 0),
                   :point, cast(:notes as integer[]), :expected, :counted, :reason, r.maker_account, :by
              from shared.change_request r
             where r.id = :request
            """;

    private static final String LOCK = """
            select balance from session.vault where office_id = :office for update
            """;

    private final JdbcClient db;
    private final BusinessDays days;
    private final Ledger ledger;
    private final Vaults vaults;

    VaultCounts(JdbcClient db, BusinessDays days, Ledger ledger, Vaults vaults) {
        this.db = db;
        this.days = days;
        this.ledger = ledger;
        this.vaults = vaults;
    }

    void requireBook(Dong asCounted, Dong now) {
        if (!asCounted.equals(now)) {
            throw new Refused(SessionRefusal.VAULT_MOVED_SINCE, asCounted, now);
        }
    }

    void write(Approved approved, Actor signer, Counted counted) {
        long office = counted.office();
        long point = approved.place().pointId();
        var day = days.hold(office);
        var gap = counted.count().total().minus(counted.book());
        if (gap.abs().amount() >= CashCount.DENOMINATIONS.getLast()) {
            var header = new Journal.Header(
                    approved.submission(), point, office, day, day, Vaults.Kind.VAULT_DIFFERENCE.name(), null);
            var other = gap.isPositive() ? Account.CASH_SURPLUS : Account.CASH_SHORTAGE;
            var entries = List.of(Entry.of(Account.VAULT, gap), Entry.of(other, gap.negate()));
            var voucher = ledger.post(new Journal(header, entries));
            requireBook(counted.book(), locked(office));
            move(office, voucher.journalId(), gap);
        } else {
            requireBook(counted.book(), locked(office));
        }
        db.sql(COUNT)
                .param("office", office)
                .param("day", day)
                .param("point", point)
                .param("notes", counted.count().inOrder())
                .param("expected", counted.book().amount())
                .param("counted", counted.count().total().amount())
                .param("reason", approved.basis().reason())
                .param("by", signer.id())
                .param("request", approved.id())
                .update();
    }

    private void move(long office, long journal, Dong gap) {
        if (gap.isPositive()) {
            vaults.bring(office, journal, Vaults.Kind.VAULT_DIFFERENCE, gap);
        } else {
            vaults.take(office, journal, Vaults.Kind.VAULT_DIFFERENCE, gap.abs());
        }
    }

    private Dong locked(long office) {
        return db.sql(LOCK)
                .param("office", office)
                .query(Long.class)
                .optional()
                .map(Dong::new)
                .orElse(Dong.ZERO);
    }

    /** The notes, beside the book of the moment in which they were counted. */
    record Counted(long office, CashCount count, Dong book) {}
}
