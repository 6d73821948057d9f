package org.dongvon.report.figures;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dongvon.report.PublishedFigure.Amount;
import org.dongvon.report.PublishedFigure.Place;

/**
 * A row of a file of figures that could be read.
 *
 * @param number of the row in the file
 * @param words the number as printed, with its scale
 * @param document where it was printed
 */
record FigureRow(int number, Place place, Amount amount, String words, String document) {

    /** What two rows have in common that speak of the same thing. */
    List<String> key() {
        var cut = place.cut();
        return List.of(
                place.unit(),
                place.on().toString(),
                Objects.toString(place.base(), ""),
                place.indicator().code(),
                cut.programme(),
                cut.association(),
                cut.source().toUpperCase(Locale.ROOT));
    }
}
