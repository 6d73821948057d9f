package org.dongvon.report.figures;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dongvon.report.PublishedFigure.Amount;
import org.dongvon.report.PublishedFigure.Place;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of figures that could be read.
 *
 * @param number of the row in the file
 * @param words the number as printed, with its scale
 * @param document where it was printed
 * @param earlier what another document prints of the same in an earlier row of the file, if one does
 */
record FigureRow(
        int number,
        Place place,
        Amount amount,
        String words,
        String document,
        @Nullable FigureRow earlier) {

    /** The same row after what an earlier one says of the same. */
    FigureRow after(FigureRow before) {
        return new FigureRow(number, place, amount, words, document, before);
    }

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
