package org.dongvon.command.torture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dongvon.engine.interest.Part;
import org.dongvon.loan.LoanBalance;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.Stage;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;

/** Each loan's principal, overdue principal and interest owed in the books, against the oracle's. */
final class LoanComparison {

    private LoanComparison() {}

    /** The first difference, if there is one. */
    static Optional<String> run(TortureOffice office) {
        var desk = office.get(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> office.get(Repayments.class)
                                .read(List.copyOf(office.oracle.loans().keySet())));
        return office.oracle.loans().values().stream()
                .flatMap(loan -> compare(office, desk, loan).stream())
                .findFirst();
    }

    private static Optional<String> compare(TortureOffice office, LoanDesk desk, OracleLoan loan) {
        var balance = Objects.requireNonNull(desk.balances().get(loan.id()));
        var today = office.today();
        return same(loan, "in term", principal(balance, Part.IN_TERM), loan.inTerm())
                .or(() -> same(loan, "overdue", principal(balance, Part.OVERDUE), loan.overdue()))
                .or(() -> same(loan, "frozen", principal(balance, Part.FROZEN), loan.frozen()))
                .or(() -> same(loan, "written off", principal(balance, Part.WRITTEN_OFF), loan.claimed()))
                .or(() -> balance.header().stage() == Stage.CLOSED
                        ? Optional.empty()
                        : same(
                                loan,
                                "interest",
                                desk.interestOn(balance, today).numerator(),
                                office.oracle.owed(loan, today)));
    }

    private static long principal(LoanBalance balance, Part part) {
        return balance.principal(part).amount();
    }

    private static Optional<String> same(OracleLoan loan, String what, Object books, Object oracle) {
        return books.equals(oracle)
                ? Optional.empty()
                : Optional.of("%s %s: the books say %s, the oracle %s, which knows %s"
                        .formatted(loan.code(), what, books, oracle, loan));
    }
}
