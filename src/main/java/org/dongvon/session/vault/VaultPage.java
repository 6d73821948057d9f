package org.dongvon.session.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.session.VaultOffices;
import org.dongvon.session.Vaults;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what an office's vault holds, and what came and went lately. */
@Repository
class VaultPage {

    private static final int LATEST = 50;

    private static final String MOVEMENTS = """
            select m.journal_id, m.kind, m.amount, j.business_date, j.voucher, u.code as point_code, u.name as point
              from session.vault_movement m
              join ledger.v_journal j on j.id = m.journal_id
              join organisation.unit u on u.id = j.point_id
             where m.office_id = :office
             order by m.journal_id desc
             limit :most
            """;

    private final JdbcClient db;
    private final Vaults vaults;
    private final VaultOffices offices;
    private final Transactions transactions;

    VaultPage(JdbcClient db, Vaults vaults, VaultOffices offices, Transactions transactions) {
        this.db = db;
        this.vaults = vaults;
        this.offices = offices;
        this.transactions = transactions;
    }

    /**
     * The vault of an office in scope; of the reader's own office, or else the first, when none is named.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    Shown read(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var office = offices.choose(actor, code);
            var held = vaults.balance(office.id());
            return new Shown(office, offices.all(), held, lines(office.id(), held), office.id() == actor.officeId());
        });
    }

    /** The newest first, each with what the vault held after it. */
    private List<Line> lines(long office, Dong held) {
        var lines = new ArrayList<Line>();
        var after = new Dong[] {held};
        db.sql(MOVEMENTS).param("office", office).param("most", LATEST).query(row -> {
            var amount = new Dong(row.getLong("amount"));
            var day = row.getObject("business_date", LocalDate.class);
            lines.add(new Line(
                    row.getLong("journal_id"),
                    VoucherNumber.of(row.getString("point_code"), day, row.getInt("voucher"))
                            .toString(),
                    day,
                    row.getString("point"),
                    Vaults.Kind.valueOf(row.getString("kind")),
                    amount,
                    after[0]));
            after[0] = after[0].minus(amount);
        });
        return lines;
    }

    /** A vault with its latest movements. */
    record Shown(Unit office, List<Unit> offices, Dong held, List<Line> lines, boolean own) {}

    /** One movement. */
    record Line(
            long journalId, String voucher, LocalDate day, String point, Vaults.Kind kind, Dong amount, Dong after) {}
}
