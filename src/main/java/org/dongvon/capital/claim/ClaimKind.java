package org.dongvon.capital.claim;

import java.util.Arrays;
import java.util.Optional;
import org.dongvon.ledger.Account;

/** What the State's budget pays the bank for, each with accounts of its own. */
enum ClaimKind {
    /** Interest that the State subsidises (cấp bù lãi suất). */
    INTEREST_SUBSIDY("CB", Account.SUBSIDY_CLAIMED, Account.SUBSIDY_RECEIVABLE, Account.SUBSIDY_INCOME),
    /** The fee for managing policy credit (phí quản lý). */
    MANAGEMENT_FEE("PQL", Account.STATE_FEE_CLAIMED, Account.STATE_FEE_RECEIVABLE, Account.STATE_FEE_INCOME);

    private final String mark;
    private final Account claimed;
    private final Account receivable;
    private final Account income;

    ClaimKind(String mark, Account claimed, Account receivable, Account income) {
        this.mark = mark;
        this.claimed = claimed;
        this.receivable = receivable;
        this.income = income;
    }

    static Optional<ClaimKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** What codes of such claims have after the office's. */
    String mark() {
        return mark;
    }

    /** Claimed and not decided; beside the balance sheet. */
    Account claimed() {
        return claimed;
    }

    Account receivable() {
        return receivable;
    }

    Account income() {
        return income;
    }
}
