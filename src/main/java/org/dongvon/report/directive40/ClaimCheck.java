package org.dongvon.report.directive40;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.Indicator;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.figures.CitedDocuments;
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
    private final CitedDocuments documents;
    private final Messages messages;
    private final Language language;
    private final Formats f;

    ClaimCheck(Directive40Statement statement, CitedDocuments documents, Messages messages, Language language) {
        this.statement = statement;
        this.documents = documents;
        this.messages = messages;
        this.language = language;
        this.f = Formats.in(language);
    }

    /** The check of a figure; none for a figure that this report says nothing about, or cannot know. */
    Optional<Claim> of(PublishedFigure figure) {
        if (figure.place().cut().isWhole()) {
            return figure.indicator().equals(Indicator.OUTSTANDING_CHANGE) ? change(figure) : ofWhole(figure);
        }
        return figure.place().cut().isLocalCapital() ? ofLocalCapital(figure) : Optional.empty();
    }

    private Optional<Claim> ofWhole(PublishedFigure figure) {
        if (figure.indicator().claimed() != Indicator.Claimed.VALUE) {
            return Optional.empty();
        }
        return switch (figure.indicator().measure()) {
            case OUTSTANDING -> Optional.of(outstanding(figure));
            case HOUSEHOLDS -> Optional.of(households(figure));
            case BORROWERS -> Optional.of(counted(figure, statement.people().borrowers()));
            case PROGRAMMES ->
                Optional.of(counted(figure, statement.programmes().size()));
            case CAPITAL_LOCAL -> Optional.of(localCapital(figure));
            default -> Optional.empty();
        };
    }

    private Optional<Claim> ofLocalCapital(PublishedFigure figure) {
        if (figure.indicator().equals(Indicator.of(Measure.LOANS))) {
            return Optional.of(localLoans(figure));
        }
        return figure.indicator().equals(Indicator.of(Measure.JOBS))
                ? Optional.of(counted(figure, statement.localCapital().jobs()))
                : Optional.empty();
    }

    /** The documents that a figure's publication cites with a day. */
    List<Claim> citations(PublishedFigure figure) {
        return documents.in(figure.printed().document()).stream()
                .map(citation -> cited(figure, citation))
                .toList();
    }

    private Claim outstanding(PublishedFigure figure) {
        long found = statement.growth().outstanding();
        return claim(figure, found, List.of(compared(figure, found, millions(found), millions(figure.number()))));
    }

    private Optional<Claim> change(PublishedFigure figure) {
        var growth = statement.growth();
        var base = growth.outstandingBase();
        var change = growth.change();
        if (base == null
                || change == null
                || !statement.base().equals(figure.place().base())) {
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

    private Claim cited(PublishedFigure figure, CitedDocuments.Citation citation) {
        long days = ChronoUnit.DAYS.between(citation.cited(), figure.on());
        var compared = f.date(citation.cited()) + (citation.holds() ? " = " : " ≠ ") + f.date(citation.issued());
        var later = f.date(figure.on()) + " − " + f.date(citation.cited()) + " = "
                + messages.text(language, "claim.days", days);
        return new Claim(
                figure,
                "DOCUMENT_DAY",
                figure.printed().document(),
                citation.holds(),
                citation.holds() ? List.of(compared) : List.of(compared, later));
    }

    private static Claim claim(PublishedFigure figure, long found, List<String> arithmetic) {
        boolean holds = holds(figure, found);
        return new Claim(figure, kind(figure), figure.printed().words(), holds, arithmetic);
    }

    private static String kind(PublishedFigure figure) {
        var indicator = figure.indicator();
        return indicator.claimed() == Indicator.Claimed.CHANGE
                ? indicator.claimed().name()
                : indicator.measure().name();
    }

    /** What was printed stands for all numbers that round to it. */
    private static boolean holds(PublishedFigure figure, long found) {
        var number = BigDecimal.valueOf(found);
        return number.compareTo(figure.amount().low()) >= 0
                && (figure.isAtLeast() || number.compareTo(figure.amount().high()) <= 0);
    }

    private static String compared(PublishedFigure figure, long found, String left, String right) {
        if (figure.isAtLeast()) {
            return left + (holds(figure, found) ? " ≥ " : " < ") + right;
        }
        if (found == figure.number()) {
            return left + " = " + right;
        }
        return left + (holds(figure, found) ? " ≈ " : " ≠ ") + right;
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
