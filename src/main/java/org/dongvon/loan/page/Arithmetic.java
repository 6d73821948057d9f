package org.dongvon.loan.page;

import static org.dongvon.engine.interest.InterestLine.UNITS_PER_DONG;

import java.math.BigInteger;
import java.util.stream.Collectors;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.loan.explanation.InterestExplanation;
import org.dongvon.loan.explanation.Step;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;

/** A derivation as one line of arithmetic that a person can type into a calculator. */
final class Arithmetic {

    /** More stretches than this are read in the table, not in one line. */
    private static final int MOST_PIECES = 8;

    private static final BigInteger UNITS = BigInteger.valueOf(UNITS_PER_DONG);

    private Arithmetic() {}

    /** Đồng with two decimals, as interest is shown before it is rounded. */
    static String exact(BigInteger numerator, Formats f) {
        return f.quotient(numerator, UNITS, 2);
    }

    /** Such as {@code (100.000.000 × 7,92 % × 16) ÷ 365 = 347.178,08 → 347.178}; empty when it would be too long. */
    static String line(InterestExplanation why, Formats f) {
        var pieces = why.pieces();
        if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
            return "";
        }
        var products = pieces.stream().map(piece -> product(piece, f)).collect(Collectors.joining(" + "));
        var carried = why.carried().signum() == 0 ? "" : exact(why.carried(), f) + " + ";
        var others = why.steps().stream()
                .filter(step -> !(step instanceof Step.Piece))
                .map(Step::numerator)
                .map(numerator -> (numerator.signum() < 0 ? " − " : " + ") + exact(numerator.abs(), f))
                .collect(Collectors.joining());
        return carried + "(" + products + ") ÷ 365" + others + " = " + exact(why.numerator(), f) + " → "
                + f.dong(why.total());
    }

    private static String product(Step.Piece piece, Formats f) {
        return f.number(piece.principal()) + " × " + percent(piece.days().rate(), f) + " % × "
                + f.number(piece.days().days());
    }

    private static String percent(AnnualRate rate, Formats f) {
        return f.language() == Language.VI ? rate.percent().replace('.', ',') : rate.percent();
    }
}
