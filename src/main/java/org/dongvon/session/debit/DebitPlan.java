package org.dongvon.session.debit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.allocation.Allocation;
import org.dongvon.engine.allocation.Claim;
import org.dongvon.engine.allocation.Claims;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanDesk;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;
import org.dongvon.savings.DepositAccount;
import org.dongvon.session.withdrawal.DebtsDue;

/** How much of each loan's debt that is due a member's deposit pays: loan by loan, in the order of collection, as far as it reaches. */
final class DebitPlan {

    private DebitPlan() {}

    /** What is taken; loans of which nothing is taken are missing. */
    static List<Take> of(List<DebtsDue.Loan> loans, LoanDesk desk, Map<Long, DepositAccount> accounts, Rules rules) {
        Map<Long, Dong> left = new HashMap<>();
        var takes = new ArrayList<Take>();
        for (var loan : loans) {
            var account = accounts.get(loan.memberId());
            var balance = desk.balances().get(loan.id());
            if (account == null || balance == null) {
                continue;
            }
            var rest = left.getOrDefault(account.id(), account.balance());
            boolean late = balance.principal(Part.OVERDUE).isPositive();
            var claims = Claims.NONE
                    .with(Claim.INTEREST_MONTH, desk.interestAskedOn(balance, rules.day()))
                    .with(late ? Claim.PRINCIPAL_OVERDUE : Claim.PRINCIPAL_DUE, loan.due());
            var order = rules.book()
                    .collectionOrder(
                            late ? ParameterCode.COLLECTION_ORDER_OVERDUE : ParameterCode.COLLECTION_ORDER_IN_TERM,
                            rules.day());
            var split = Allocation.ofUndivided(rest.min(claims.total()), claims, order);
            var take = new Take(loan.id(), account, split.interest(), split.principal());
            if (take.amount().isPositive()) {
                takes.add(take);
                left.put(account.id(), rest.minus(take.amount()));
            }
        }
        return takes;
    }

    /** The order of collection of a day. */
    record Rules(ParameterBook book, LocalDate day) {}

    /** What is taken from a deposit for a loan. */
    record Take(long loanId, DepositAccount account, Dong interest, Dong principal) {

        Dong amount() {
            return interest.plus(principal);
        }
    }
}
