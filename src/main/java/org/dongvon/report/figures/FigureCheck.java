package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dongvon.report.Indicator.Claimed;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Place;

/**
 * Holds published figures against one another and against the register of documents: every total and every claim whose
 * inputs were published too. The arithmetic is exact; a figure stands for all numbers that round to its printed digits.
 *
 * <p>Example: 48 900 of 375 800 billion is 13.01 %; "12,8 %" stands for 12.75 to 12.85 %, so the claimed share does not
 * hold.
 */
final class FigureCheck {

    private static final Comparator<Place> IN_ORDER = Comparator.comparing(Place::unit)
            .thenComparing(Place::on)
            .thenComparing(place -> Objects.requireNonNullElse(place.base(), LocalDate.MIN))
            .thenComparing(place -> place.indicator().code())
            .thenComparing(place -> place.cut().programme())
            .thenComparing(place -> place.cut().association())
            .thenComparing(place -> place.cut().source().toUpperCase(Locale.ROOT));

    /** Figures by place, day and what they say. */
    static final Comparator<PublishedFigure> FIGURES = Comparator.comparing(PublishedFigure::place, IN_ORDER);

    private static final Comparator<Check> CHECKS = Comparator.comparing(Check::figure, FIGURES)
            .thenComparing(Check::identity)
            .thenComparing(check -> Objects.requireNonNullElse(check.base(), LocalDate.MIN));

    private final CitedDocuments documents;

    FigureCheck(CitedDocuments documents) {
        this.documents = documents;
    }

    /** All checks that can be made, in a stable order. */
    List<Check> of(Collection<PublishedFigure> figures) {
        var index = new FigureIndex(figures);
        var sums = new SumChecks(index);
        var claims = new ClaimChecks(index);
        var checks = new ArrayList<Check>();
        for (var figure : figures) {
            if (figure.indicator().claimed() == Claimed.VALUE) {
                checks.addAll(sums.of(figure));
            }
            claims.of(figure).ifPresent(checks::add);
            checks.addAll(citations(figure));
        }
        checks.sort(CHECKS);
        return checks;
    }

    private List<Check> citations(PublishedFigure figure) {
        return documents.in(figure.printed().document()).stream()
                .map(citation -> new Check(
                        figure,
                        Identity.DATE,
                        figure.place().base(),
                        new Check.Days(citation.number(), citation.cited(), citation.issued()),
                        List.of(),
                        citation.holds()))
                .toList();
    }

    /** The checks that do not hold, one for each total or claim and identity. */
    static List<Check> broken(List<Check> checks) {
        Map<List<Object>, Check> broken = new LinkedHashMap<>();
        for (var check : checks) {
            if (!check.holds()) {
                var since = Objects.requireNonNullElse(check.base(), LocalDate.MIN);
                broken.putIfAbsent(List.of(check.figure().place(), check.identity(), since), check);
            }
        }
        return List.copyOf(broken.values());
    }
}
