package org.dongvon.loan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;

/**
 * How movements of loans stand in the books.
 *
 * <p>Principal: debit the account of the part's state when it grows, credit when it falls. Interest: credit {@code
 * INTEREST_INCOME} when collected. The other side (cash, bank) is the caller's, and is {@link #cash}. Principal written off
 * stands against its own contra account, and what is collected of it is booked by {@link WrittenOffDebt}.
 */
public final class LoanEntries {

    private LoanEntries() {}

    /** The control entries of these movements, by account, programme and contract; without the money's side. */
    public static List<Entry> of(Collection<LoanMovement> movements) {
        var entries = new ArrayList<Entry>(movements.size() * 2);
        for (var movement : movements) {
            var funding = movement.loan().funding();
            if (movement.principal().amount() != 0) {
                entries.add(new Entry(
                        account(movement.part()), funding.programmeId(), funding.contractId(), movement.principal()));
            }
            if (movement.part() == Part.WRITTEN_OFF) {
                entries.add(new Entry(
                        Account.WRITTEN_OFF_CONTRA,
                        funding.programmeId(),
                        funding.contractId(),
                        movement.principal().negate()));
            } else if (movement.interest().amount() != 0) {
                entries.add(new Entry(
                        Account.INTEREST_INCOME,
                        funding.programmeId(),
                        funding.contractId(),
                        Dong.ZERO.minus(movement.interest())));
            }
        }
        return entries;
    }

    /** Money received for these movements; negative when paid out. */
    public static Dong cash(Collection<LoanMovement> movements) {
        return movements.stream().map(m -> m.interest().minus(m.principal())).reduce(Dong.ZERO, Dong::plus);
    }

    /** What these movements lend out of each allotment; negative where principal comes back. */
    public static Map<Long, Dong> lentByAllotment(Collection<LoanMovement> movements) {
        Map<Long, Dong> lent = new HashMap<>();
        for (var movement : movements) {
            if (movement.part() != Part.WRITTEN_OFF && movement.principal().amount() != 0) {
                lent.merge(movement.loan().funding().allotmentId(), movement.principal(), Dong::plus);
            }
        }
        return lent;
    }

    /** The account that a part's principal stands in. */
    static Account account(Part part) {
        return switch (part) {
            case IN_TERM -> Account.LOAN_IN_TERM;
            case OVERDUE -> Account.LOAN_OVERDUE;
            case FROZEN -> Account.LOAN_FROZEN;
            case WRITTEN_OFF -> Account.LOAN_WRITTEN_OFF;
        };
    }
}
