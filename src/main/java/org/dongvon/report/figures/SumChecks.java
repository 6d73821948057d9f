package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.Ratios;

/**
 * Whether parts sum to a total. Equality is asked only of complete closed sets: three states, four classes, three
 * sources, four associations; all other parts must be at most the total. Borrowers and households are never summed over
 * programmes or sources, since one and the same may stand under several.
 */
final class SumChecks {

    private static final List<String> ASSOCIATIONS = List.of("HND", "HPN", "CCB", "DTN");
    private static final List<String> SOURCES = List.of("CENTRAL", "LOCAL", "MOBILISED");
    private static final List<String> LEVELS = List.of("PROVINCE", "DISTRICT", "COMMUNE");

    private final FigureIndex index;

    SumChecks(FigureIndex index) {
        this.index = index;
    }

    /** The checks of a measure as a total of whatever parts of it were published. */
    List<Check> of(PublishedFigure total) {
        return Stream.of(
                        byDefinition(total),
                        entrusted(total),
                        byAssociation(total),
                        bySource(total),
                        byLevel(total),
                        byProgramme(total))
                .flatMap(Optional::stream)
                .map(parts -> check(total, parts))
                .toList();
    }

    private Optional<Parts> byDefinition(PublishedFigure total) {
        var closed = measure(total).closedParts();
        var found = closed.stream()
                .flatMap(part -> index.find(total.place(), part, total.place().cut()).stream())
                .toList();
        return Parts.of(found, found.size() == closed.size());
    }

    /** What the associations carry is a part of the outstanding; the rest is lent directly. */
    private Optional<Parts> entrusted(PublishedFigure total) {
        return measure(total) == Measure.OUTSTANDING
                ? index.find(
                                total.place(),
                                Measure.OUTSTANDING_ENTRUSTED,
                                total.place().cut())
                        .flatMap(part -> Parts.of(List.of(part), false))
                : Optional.empty();
    }

    private Optional<Parts> byAssociation(PublishedFigure total) {
        var cut = total.place().cut();
        boolean standsForEntrusted =
                measure(total) == Measure.OUTSTANDING && entrusted(total).isPresent();
        if (!cut.association().isEmpty() || standsForEntrusted || measure(total) == Measure.PROGRAMMES) {
            return Optional.empty();
        }
        var found = new ArrayList<PublishedFigure>();
        for (var association : ASSOCIATIONS) {
            var part = new Cut(cut.programme(), association, cut.source());
            ofAssociation(total, part).ifPresent(found::add);
        }
        return Parts.of(found, found.size() == ASSOCIATIONS.size());
    }

    /** All that an association carries is entrusted: its outstanding stands for it. */
    private Optional<PublishedFigure> ofAssociation(PublishedFigure total, Cut part) {
        var same = index.find(total.place(), measure(total), part);
        return same.isEmpty() && measure(total) == Measure.OUTSTANDING_ENTRUSTED
                ? index.find(total.place(), Measure.OUTSTANDING, part)
                : same;
    }

    private Optional<Parts> bySource(PublishedFigure total) {
        var cut = total.place().cut();
        if (!cut.source().isEmpty() || measure(total).countsHeads()) {
            return Optional.empty();
        }
        var found = bySources(total, SOURCES);
        return Parts.of(found, found.size() == SOURCES.size());
    }

    /** Province, district and commune entrust local capital; a district is no more, so they are never known to be all. */
    private Optional<Parts> byLevel(PublishedFigure total) {
        var source = total.place().cut().source();
        boolean isLocal =
                (measure(total) == Measure.CAPITAL_LOCAL && source.isEmpty()) || source.equalsIgnoreCase("LOCAL");
        return isLocal && !measure(total).countsHeads() ? Parts.of(bySources(total, LEVELS), false) : Optional.empty();
    }

    private List<PublishedFigure> bySources(PublishedFigure total, List<String> sources) {
        var cut = total.place().cut();
        return sources.stream()
                .flatMap(
                        source -> index
                                .find(
                                        total.place(),
                                        measure(total),
                                        new Cut(cut.programme(), cut.association(), source))
                                .stream())
                .toList();
    }

    private Optional<Parts> byProgramme(PublishedFigure total) {
        return total.place().cut().programme().isEmpty() && !measure(total).countsHeads()
                ? Parts.of(index.programmesOf(total.place()), false)
                : Optional.empty();
    }

    private static Check check(PublishedFigure total, Parts parts) {
        var sum = BigDecimal.ZERO;
        var low = BigDecimal.ZERO;
        var high = BigDecimal.ZERO;
        for (var part : parts.figures()) {
            sum = sum.add(part.amount().value());
            low = low.add(part.amount().low());
            high = high.add(part.amount().high());
        }
        boolean holds = low.compareTo(total.amount().high()) <= 0
                && (!parts.isComplete() || high.compareTo(total.amount().low()) >= 0);
        var sides = new Check.Numbers(total.amount().value(), Ratios.trimmed(sum), !parts.isComplete());
        return new Check(total, Identity.SUM, total.place().base(), sides, parts.figures(), holds);
    }

    private static Measure measure(PublishedFigure figure) {
        return figure.indicator().measure();
    }

    /** Parts that were published, and whether there are no others. */
    private record Parts(List<PublishedFigure> figures, boolean isComplete) {

        static Optional<Parts> of(List<PublishedFigure> figures, boolean isComplete) {
            return figures.isEmpty() ? Optional.empty() : Optional.of(new Parts(figures, isComplete));
        }
    }
}
