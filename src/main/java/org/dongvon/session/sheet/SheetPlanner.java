package org.dongvon.session.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.loan.LoanBalance;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.RepaymentLine;
import org.dongvon.loan.Repayments.Planned;
import org.dongvon.savings.DepositAccount;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.session.ProvisionalRefusal;
import org.dongvon.session.Provisionals;
import org.dongvon.session.Provisionals.Taken;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.sheet.SheetAnswer.LineResult;
import org.dongvon.session.sheet.SheetAnswer.Outcome;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.dongvon.shared.RefusalNote;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Decides line by line what a sheet will do, against balances that the caller has loaded: each line is posted whole,
 * or refused with the rule that forbids it. One bad line stops no other.
 */
final class SheetPlanner {

    private final Sheet sheet;
    private final LocalDate valueDate;
    private final Books books;
    private final Map<Long, LoanBalance> balances;

    private final List<LineResult> results = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<DepositMovement> deposits = new ArrayList<>();

    SheetPlanner(Sheet sheet, LocalDate valueDate, Books books) {
        this.sheet = sheet;
        this.valueDate = valueDate;
        this.books = books;
        this.balances = new HashMap<>(books.desk().balances());
    }

    SheetPlan plan() {
        int number = 0;
        for (var line : sheet.lines()) {
            number++;
            var result = decide(line, number);
            if (result != null) {
                results.add(result);
            }
        }
        return new SheetPlan(results, planned, deposits);
    }

    private @Nullable LineResult decide(SheetLine line, int number) {
        try {
            if (isPostedAlready(line)) {
                return new LineResult(line.lineId(), Outcome.ALREADY_POSTED, null);
            }
            if (line.isEmpty()) {
                return new LineResult(line.lineId(), Outcome.ABSENT, null);
            }
            requireCounted(line);
            var account = depositAccount(line);
            var repayment = repayment(line, number);
            if (repayment != null) {
                planned.add(repayment);
                balances.put(repayment.after().header().id(), repayment.after());
            }
            if (account != null) {
                deposits.add(new DepositMovement(line.lineId(), number, account, line.saving(), null));
            }
            return null;
        } catch (Refused refused) {
            return new LineResult(line.lineId(), Outcome.REFUSED, RefusalNote.of(refused));
        }
    }

    /** The same line may come again; with other content it is another fact, and is refused by name. */
    private boolean isPostedAlready(SheetLine line) {
        var posted = books.posted().get(line.lineId());
        if (posted == null) {
            return false;
        }
        var sameLoan = posted.loanId() == null || posted.loanId().equals(line.loanId());
        var sameDay = posted.valueDate() == null || posted.valueDate().equals(valueDate);
        if (!sameLoan
                || !sameDay
                || !line.interest().equals(posted.interest())
                || !line.principal().equals(posted.principal())
                || !line.saving().equals(posted.saving())
                || !sheet.remark(line.lineId()).equals(posted.remark())) {
            throw new Refused(SessionRefusal.LINE_CHANGED, line.lineId());
        }
        return true;
    }

    /** What the head took is counted as it is still open; a count that differs from it says why. */
    private void requireCounted(SheetLine line) {
        var counted = sheet.counts().getOrDefault(line.lineId(), List.of());
        if (counted.isEmpty()) {
            return;
        }
        var taken = books.taken().get(line.lineId());
        if (taken == null
                || taken.lines() != counted.size()
                || taken.memberId() != line.memberId()
                || !Objects.equals(taken.loanId(), line.loanId())) {
            throw new Refused(ProvisionalRefusal.PROVISIONAL_CHANGED);
        }
        var money = new Provisionals.Money(line.interest(), line.saving());
        if (!money.equals(taken.money()) && sheet.remark(line.lineId()).note().isEmpty()) {
            throw new Refused(
                    ProvisionalRefusal.PROVISIONAL_DIFFERS, taken.money().sum(), money.sum());
        }
    }

    private @Nullable DepositAccount depositAccount(SheetLine line) {
        if (line.saving().amount() == 0) {
            return null;
        }
        if (line.payer() == Payer.GROUP_HEAD && !books.headMayCollectDeposits()) {
            throw new Refused(SessionRefusal.NO_CONTRACT_FOR_DEPOSITS);
        }
        var account = books.accounts().get(line.memberId());
        if (account == null) {
            throw new Refused(SavingsRefusal.NO_DEPOSIT_ACCOUNT);
        }
        if (!Objects.equals(account.groupId(), sheet.groupId())) {
            throw new Refused(SessionRefusal.WRONG_GROUP);
        }
        return account;
    }

    private @Nullable Planned repayment(SheetLine line, int number) {
        if (line.interest().amount() == 0 && line.principal().amount() == 0) {
            return null;
        }
        var balance = line.loanId() == null ? null : balances.get(line.loanId());
        if (balance == null || !Objects.equals(balance.header().groupId(), sheet.groupId())) {
            throw new Refused(SessionRefusal.WRONG_GROUP);
        }
        var memberId = balance.header().memberId();
        if (memberId != null && memberId != line.memberId()) {
            throw new Refused(SessionRefusal.WRONG_GROUP);
        }
        requireNoPrincipalThroughHead(line, balance);
        var payment = new RepaymentLine(
                new LoanMovement.Line(line.lineId(), number), balance.header().id(), line.interest(), line.principal());
        return books.desk().plan(balance, payment, valueDate);
    }

    /** V11: what a group head brings above the interest owed is principal, and principal goes to the bank direct. */
    private void requireNoPrincipalThroughHead(SheetLine line, LoanBalance balance) {
        if (line.payer() != Payer.GROUP_HEAD) {
            return;
        }
        if (line.principal().isPositive()) {
            throw new Refused(SessionRefusal.PRINCIPAL_THROUGH_GROUP_HEAD, line.principal());
        }
        var owed = books.desk().interestOn(balance, valueDate).asked();
        if (line.interest().compareTo(owed) > 0) {
            throw new Refused(
                    SessionRefusal.INTEREST_HIDES_PRINCIPAL,
                    line.interest(),
                    owed,
                    line.interest().minus(owed));
        }
    }

    /**
     * What the books say before the sheet.
     *
     * @param headMayCollectDeposits by the group's contract 11/TD in force
     * @param taken what the head took before, by the line that counts it
     */
    record Books(
            LoanDesk desk,
            Map<Long, DepositAccount> accounts,
            Map<UUID, PostedLines.PostedLine> posted,
            boolean headMayCollectDeposits,
            Map<UUID, Taken> taken) {}

    /** What the sheet will do. */
    record SheetPlan(List<LineResult> others, List<Planned> planned, List<DepositMovement> deposits) {

        List<UUID> unposted() {
            return others.stream().map(LineResult::lineId).toList();
        }

        List<LoanMovement> movements() {
            return planned.stream().flatMap(p -> p.movements().stream()).toList();
        }
    }
}
