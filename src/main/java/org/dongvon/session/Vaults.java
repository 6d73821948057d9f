package org.dongvon.session;

import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The vault (kho quỹ) of each office: its cash that is in no teller's box. The balance is the sum of the vault's movements
 * and never below zero. A vault is the last thing that a transaction locks, after the cash box.
 */
@Repository
public class Vaults {

    // The first cash that an office ever has makes its vault.
    private static final String BRING = """
            with filled as (
                insert into session.vault as v (office_id, point_id, balance)
                select p.office_id, p.id, :amount from organisation.point p where p.office_id = :office and p.direct
                    on conflict (office_id) do update set balance = v.balance + excluded.balance
                returning office_id, point_id)
            insert into session.vault_movement (journal_id, office_id, point_id, kind, amount)
            select :journal, office_id, point_id, :kind, :amount from filled
            """;

    private static final String TAKE = """
            with taken as (
                update session.vault set balance = balance - :amount where office_id = :office and balance >= :amount
                returning office_id, point_id)
            insert into session.vault_movement (journal_id, office_id, point_id, kind, amount)
            select :journal, office_id, point_id, :kind, -cast(:amount as bigint) from taken
            """;

    private static final String BALANCE = """
            select balance from session.vault where office_id = :office
            """;

    private final JdbcClient db;

    Vaults(JdbcClient db) {
        this.db = db;
    }

    /** The cash in an office's vault by the book. */
    public Dong balance(long officeId) {
        return db.sql(BALANCE)
                .param("office", officeId)
                .query(Long.class)
                .optional()
                .map(Dong::new)
                .orElse(Dong.ZERO);
    }

    /** Records the cash that a journal brought into the vault, which is locked from here on. */
    public void bring(long officeId, long journalId, Kind kind, Dong amount) {
        if (move(BRING, officeId, journalId, kind, amount) != 1) {
            throw new IllegalStateException(
                    "office " + officeId + " has no direct point in scope to keep its vault at");
        }
    }

    /**
     * Records the cash that a journal took out of the vault, which is locked from here on.
     *
     * @throws Refused {@link SessionRefusal#VAULT_TOO_LOW} when the vault holds less
     */
    public void take(long officeId, long journalId, Kind kind, Dong amount) {
        if (move(TAKE, officeId, journalId, kind, amount) != 1) {
            throw new Refused(SessionRefusal.VAULT_TOO_LOW, amount, balance(officeId));
        }
    }

    private int move(String sql, long officeId, long journalId, Kind kind, Dong amount) {
        return db.sql(sql)
                .param("office", officeId)
                .param("journal", journalId)
                .param("kind", kind.name())
                .param("amount", amount.amount())
                .update();
    }

    /** Why cash came into a vault or left it; also the kind of the journal. */
    public enum Kind {
        /** From the bank. */
        VAULT_IN,
        /** To the bank. */
        VAULT_OUT,
        /** To the teller of a session. */
        FLOAT,
        /** From the teller of a session, at its close. */
        RETURN,
        /** To a teller, during the day. */
        HAND_OVER,
        /** From a teller, during the day, or taken back. */
        TAKE_OVER,
        /** Found above the book or below it by a count. */
        VAULT_DIFFERENCE
    }
}
