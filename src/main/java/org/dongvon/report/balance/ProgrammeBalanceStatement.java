package org.dongvon.report.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.Statement;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.report.balance.TrialBalanceStatement.Line;
import org.dongvon.report.balance.TrialBalanceStatement.Part;
import org.dongvon.shared.text.Label;

/**
 * The trial balance, each account taken apart by the programmes that its entries name.
 *
 * @param whole the trial balance of the same unit and days
 * @param accounts its accounts in the same order, each with its shares
 */
public record ProgrammeBalanceStatement(TrialBalanceStatement whole, List<Account> accounts) implements Statement {

    public ProgrammeBalanceStatement {
        accounts = List.copyOf(accounts);
    }

    /** The accounts on the balance sheet, or those beside it. */
    public List<Account> accounts(Part part) {
        return accounts.stream()
                .filter(account -> whole.lines(part).contains(account.line))
                .toList();
    }

    public String unit() {
        return whole.unit();
    }

    public LocalDate from() {
        return whole.from();
    }

    public LocalDate to() {
        return whole.to();
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var account : accounts) {
            for (var share : account.shares) {
                var code = account.line.code();
                rows.add(Row.of(share.programme, code, "opening", amount(share.figures.opening())));
                rows.add(Row.of(share.programme, code, "debit", amount(share.figures.debit())));
                rows.add(Row.of(share.programme, code, "credit", amount(share.figures.credit())));
                rows.add(Row.of(share.programme, code, "closing", amount(share.figures.closing())));
            }
        }
        return rows;
    }

    private static long amount(Dong dong) {
        return dong.amount();
    }

    /**
     * An account with what of it is whose; the shares come to the account to the đồng.
     *
     * @param shares by programme, then what names none
     */
    public record Account(Line line, List<Share> shares) {

        public Account {
            shares = List.copyOf(shares);
            var figures = line.figures();
            var opening =
                    Dong.sum(shares.stream().map(each -> each.figures.opening()).toList());
            var debit =
                    Dong.sum(shares.stream().map(each -> each.figures.debit()).toList());
            var credit =
                    Dong.sum(shares.stream().map(each -> each.figures.credit()).toList());
            if (!opening.equals(figures.opening())
                    || !debit.equals(figures.debit())
                    || !credit.equals(figures.credit())) {
                throw new IllegalStateException("%s: programmes come to %d, %d, %d; the account has %d, %d, %d"
                        .formatted(
                                line.code(),
                                opening.amount(),
                                debit.amount(),
                                credit.amount(),
                                figures.opening().amount(),
                                figures.debit().amount(),
                                figures.credit().amount()));
            }
        }

        /** Whether any entry of it names a programme. */
        public boolean isSplit() {
            return shares.stream().anyMatch(share -> !share.isOfNone());
        }
    }

    /**
     * What a programme has of an account.
     *
     * @param programme its code, {@link #NONE} for entries that name none
     */
    public record Share(String programme, Label name, Figures figures) {

        /** The code of what belongs to no programme. */
        public static final String NONE = "-";

        public boolean isOfNone() {
            return programme.equals(NONE);
        }
    }
}
