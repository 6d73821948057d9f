package org.dongvon.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Which figure of a statement was published by somebody and does not come from the books. Example: {@code
 * outstandingBase}, outstanding of {@code LECHAN} on 31/12/2014, printed in an article.
 *
 * @param field the statement's own name of the figure
 * @param indicator its code as files of published figures write it
 * @param date the day that it holds for
 * @param document who printed it
 */
public record Citation(String field, String unit, String indicator, LocalDate date, String document) {

    private static final String SECTION = "published";

    /** The mark of a statement's figure that was published. */
    public static Citation of(String field, PublishedFigure figure) {
        return new Citation(
                field,
                figure.place().unit(),
                figure.indicator().code(),
                figure.on(),
                figure.printed().document());
    }

    /** Marks as rows of a long table. */
    public static List<Statement.Row> rows(List<Citation> published) {
        return published.stream()
                .map(each -> Statement.Row.of(SECTION, each.field(), each.indicator(), each.document()))
                .toList();
    }
}
