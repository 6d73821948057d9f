package org.dongvon.report.balance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.Statement;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * What each account stood at, was debited and credited, and stands at.
 *
 * @param from the first day
 * @param to the last day
 * @param lines in the order of the chart; accounts that nothing was ever written to are left out
 */
public record TrialBalanceStatement(String unit, LocalDate from, LocalDate to, List<Line> lines) implements Statement {

    public TrialBalanceStatement {
        lines = List.copyOf(lines);
    }

    /** The accounts on the balance sheet, or those beside it; each balances by itself. */
    public List<Line> lines(Part part) {
        return lines.stream()
                .filter(line -> line.side.equals("OFF_BALANCE") == (part == Part.BESIDE))
                .toList();
    }

    /** All accounts of a part together. */
    public Figures total(Part part) {
        return lines(part).stream().map(Line::figures).reduce(Figures.NOTHING, Figures::plus);
    }

    @Override
    public List<Row> rows() {
        return lines.stream()
                .flatMap(line -> Stream.of(
                        Row.of(
                                line.side,
                                line.code,
                                "opening",
                                line.figures.opening().amount()),
                        Row.of(
                                line.side,
                                line.code,
                                "debit",
                                line.figures.debit().amount()),
                        Row.of(
                                line.side,
                                line.code,
                                "credit",
                                line.figures.credit().amount()),
                        Row.of(
                                line.side,
                                line.code,
                                "closing",
                                line.figures.closing().amount())))
                .toList();
    }

    /** On the balance sheet, or beside it. */
    public enum Part {
        SHEET,
        BESIDE
    }

    /**
     * An account.
     *
     * @param number its number in the official chart, if that is known
     */
    public record Line(String code, @Nullable String number, Label name, String side, Figures figures) {}

    /**
     * The figures of an account; debit positive.
     *
     * @param openingDebit what accounts in debit stood at before the first day, and so on: a sum of accounts keeps both sides
     */
    public record Figures(
            Dong openingDebit, Dong openingCredit, Dong debit, Dong credit, Dong closingDebit, Dong closingCredit) {

        static final Figures NOTHING = new Figures(Dong.ZERO, Dong.ZERO, Dong.ZERO, Dong.ZERO, Dong.ZERO, Dong.ZERO);

        /** Of one account. */
        static Figures of(Dong opening, Dong debit, Dong credit) {
            var closing = opening.plus(debit).minus(credit);
            return new Figures(
                    opening.max(Dong.ZERO),
                    opening.negate().max(Dong.ZERO),
                    debit,
                    credit,
                    closing.max(Dong.ZERO),
                    closing.negate().max(Dong.ZERO));
        }

        public Dong opening() {
            return openingDebit.minus(openingCredit);
        }

        public Dong closing() {
            return closingDebit.minus(closingCredit);
        }

        /** In the order of the columns. */
        public List<Dong> columns() {
            return List.of(openingDebit, openingCredit, debit, credit, closingDebit, closingCredit);
        }

        private Figures plus(Figures other) {
            return new Figures(
                    openingDebit.plus(other.openingDebit),
                    openingCredit.plus(other.openingCredit),
                    debit.plus(other.debit),
                    credit.plus(other.credit),
                    closingDebit.plus(other.closingDebit),
                    closingCredit.plus(other.closingCredit));
        }
    }
}
