package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dongvon.report.Indicator;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.PublishedFigure.Place;
import org.jspecify.annotations.Nullable;

/** Finds figures by what they are about. */
final class FigureIndex {

    private final Map<Place, PublishedFigure> figures = new HashMap<>();
    private final Map<Place, List<PublishedFigure>> byProgramme = new HashMap<>();

    FigureIndex(Collection<PublishedFigure> all) {
        for (var figure : all) {
            var place = canonical(figure.place());
            figures.put(place, figure);
            var cut = place.cut();
            if (!cut.programme().isEmpty()) {
                var whole = new Place(
                        place.unit(),
                        place.on(),
                        place.base(),
                        place.indicator(),
                        new Cut("", cut.association(), cut.source()));
                byProgramme.computeIfAbsent(whole, key -> new ArrayList<>()).add(figure);
            }
        }
    }

    /** The figure of a place. */
    Optional<PublishedFigure> find(Place place) {
        return Optional.ofNullable(figures.get(canonical(place)));
    }

    /** A measure in another cut of the same place and day. */
    Optional<PublishedFigure> find(Place like, Measure measure, Cut cut) {
        return find(new Place(like.unit(), like.on(), like.base(), Indicator.of(measure), cut));
    }

    /** A measure of the same place and cut on another day. */
    Optional<PublishedFigure> at(Place like, Measure measure, LocalDate on, @Nullable LocalDate base) {
        return find(new Place(like.unit(), on, base, Indicator.of(measure), like.cut()));
    }

    /** The same figure by programme. */
    List<PublishedFigure> programmesOf(Place whole) {
        return byProgramme.getOrDefault(canonical(whole), List.of());
    }

    private static Place canonical(Place place) {
        var cut = place.cut();
        var source = cut.source().toUpperCase(Locale.ROOT);
        return source.equals(cut.source())
                ? place
                : new Place(
                        place.unit(),
                        place.on(),
                        place.base(),
                        place.indicator(),
                        new Cut(cut.programme(), cut.association(), source));
    }
}
