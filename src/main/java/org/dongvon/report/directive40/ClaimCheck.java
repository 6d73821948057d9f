package org.dongvon.report.directive40;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.PublishedFigure;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/**
 * Holds published figures against the books and the register of documents, and writes the arithmetic down. A figure
 * printed as "more than" holds when the books have at least as much.
 */
final class ClaimCheck {

    private static final int MILLION = 1_000_000;

    private final Directive40Statement statement;
    private final LocalDate directiveIssued;
    private final Messages messages;
    private final Language language;
    private final Formats f;

    ClaimCheck(Directive40Statement statement, LocalDate directiveIssued, Messages messages, Language language) {
        this.statement = statement;
        this.directiveIssued = directiveIssued;
        this.messages = messages;
        this.language = language;
        this.f = Formats.in(language);
    }

    /** The check of a figure; none for a figure that this report says nothing about, or cannot know. */
    Optional<Claim> of(PublishedFigure figure) {
        return switch (figure.indicator()) {
            case OUTSTANDING -> Optional.of(outstanding(figure));
            case CHANGE_SINCE_2014 -> change(figure);
            case HOUSEHOLDS -> Optional.of(households(figure));
            case BORROWERS -> Optional.of(counted(figure, statement.people().borrowers()));
            case PROGRAMMES ->
                Optional.of(counted(figure, statement.programmes().size()));
            case LOCAL_CAPITAL -> Optional.of(localCapital(figure));
            case LOCAL_LOANS -> Optional.of(localLoans(figure));
            case LOCAL_JOBS ->
                Optional.of(counted(figure, statement.localCapital().jobs()));
            case DIRECTIVE40_ISSUED -> Optional.of(issued(figure));
            case TOTAL_CAPITAL, LOCAL_SHARE -> Optional.empty();
        };
    }

    private Claim outstanding(PublishedFigure figure) {
        long found = statement.growth().outstanding();
        return claim(figure, found, List.of(compared(figure, found, millions(found), millions(figure.number()))));
    }

    private Optional<Claim> change(PublishedFigure figure) {
        var growth = statement.growth();
        var base = growth.outstandingBase();
        var change = growth.change();
        if (base == null || change == null) {
            return Optional.empty();
        }
        var lines = List.of(
                millions(growth.outstanding()) + " − " + millions(base) + " = " + millions(change),
                compared(figure, change, millions(change), millions(figure.number())),
                millions(change) + " ÷ " + millions(base) + " = " + f.percent(change, base),
                millions(growth.outstanding()) + " ÷ " + millions(base) + " = " + times(growth));
        return Optional.of(claim(figure, change, lines));
    }

    private Claim households(PublishedFigure figure) {
        long found = statement.people().households();
        var compared = compared(figure, found, f.number(found), f.number(figure.number()));
        if (figure.number() == 0) {
            return claim(figure, found, List.of(compared));
        }
        var each = quotient(statement.growth().outstanding(), Math.multiplyExact(figure.number(), MILLION), 2);
        return claim(
                figure,
                found,
                List.of(
                        compared,
                        millions(statement.growth().outstanding()) + " ÷ " + f.number(figure.number()) + " = "
                                + messages.text(language, "claim.average", each)));
    }

    private Claim localCapital(PublishedFigure figure) {
        long found = statement.localCapital().amount();
        long all = statement.growth().outstanding();
        return claim(
                figure,
                found,
                List.of(
                        compared(figure, found, millions(found), millions(figure.number())),
                        millions(found) + " ÷ " + millions(all) + " = " + f.percent(found, all)));
    }

    private Claim localLoans(PublishedFigure figure) {
        var local = statement.localCapital();
        var compared = compared(figure, local.loans(), f.number(local.loans()), f.number(figure.number()));
        if (local.loans() == 0) {
            return claim(figure, 0, List.of(compared));
        }
        var each = quotient(local.amount(), Math.multiplyExact(local.loans(), MILLION), 1);
        return claim(
                figure,
                local.loans(),
                List.of(
                        compared,
                        millions(local.amount()) + " ÷ " + f.number(local.loans()) + " = "
                                + messages.text(language, "claim.per-loan", each)));
    }

    private Claim counted(PublishedFigure figure, long found) {
        return claim(figure, found, List.of(compared(figure, found, f.number(found), f.number(figure.number()))));
    }

    private Claim issued(PublishedFigure figure) {
        var printed = figure.day();
        long days = ChronoUnit.DAYS.between(printed, figure.on());
        return new Claim(
                figure,
                printed.equals(directiveIssued),
                List.of(
                        f.date(printed) + (printed.equals(directiveIssued) ? " = " : " ≠ ") + f.date(directiveIssued),
                        f.date(figure.on()) + " − " + f.date(printed) + " = "
                                + messages.text(language, "claim.days", days)));
    }

    private static Claim claim(PublishedFigure figure, long found, List<String> arithmetic) {
        boolean holds = figure.isAtLeast() ? found >= figure.number() : found == figure.number();
        return new Claim(figure, holds, arithmetic);
    }

    private static String compared(PublishedFigure figure, long found, String left, String right) {
        if (figure.isAtLeast()) {
            return left + (found >= figure.number() ? " ≥ " : " < ") + right;
        }
        return left + (found == figure.number() ? " = " : " ≠ ") + right;
    }

    /** Millions of đồng with as many decimals as it takes to be exact. */
    private String millions(long dong) {
        long unit = MILLION;
        int decimals = 0;
        while (dong % unit != 0) {
            unit /= 10;
            decimals++;
        }
        return f.millions(new Dong(dong), decimals);
    }

    private String times(Directive40Statement.Growth growth) {
        return growth.times() == null ? "–" : f.ratio(growth.times());
    }

    private String quotient(long numerator, long denominator, int decimals) {
        return f.quotient(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), decimals);
    }
}
