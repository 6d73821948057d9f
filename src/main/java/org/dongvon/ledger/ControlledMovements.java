package org.dongvon.ledger;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * Movements that stand behind control entries of journals, offered as a bean by the module that keeps them. A journal's
 * entries of these accounts equal the sum of its movements, by account, programme and contract.
 *
 * <p>Example: a sheet's entry of INTEREST_INCOME, −1 500 000 đ, stands for the interest of six loans.
 */
public interface ControlledMovements {

    /** The accounts whose entries consist of these movements. */
    Set<Account> accounts();

    /** The movements of a journal, in order of lines. */
    List<Movement> of(long journalId);

    /**
     * One movement, with the sign of an entry: debit positive.
     *
     * @param lineNo the line of the journal that made it
     * @param entry what it adds to which account, under which programme and contract
     * @param subject whose it is
     */
    record Movement(int lineNo, Entry entry, Subject subject) {

        public Dong amount() {
            return entry.amount();
        }
    }

    /** A loan, a deposit: whose it is (0: no person's), its name for people, and its page where it has one. */
    record Subject(
            long personId,
            String name,
            @Nullable String code,
            @Nullable String path) {}
}
