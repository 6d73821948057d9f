package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.PublishedFigures.Asked;
import org.dongvon.report.PublishedFigures.PlaceDay;
import org.dongvon.shared.text.DateInput;

/**
 * The figures that one page looks at: whole days of places from where the last page ended, and no more of them than a
 * page can check at once. An identity is about one place on one day, or on two of them, so it never reaches out of a
 * window and its base days.
 */
final class FigureWindow {

    /** How many figures fill a window; the day that goes beyond is still read whole. */
    static final int FIGURES = 5_000;
    /** How many days of places are looked at, though each have but few figures of an indicator. */
    static final int DAYS = 500;

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    private final PublishedFigures published;
    private final Optional<Cursor> after;
    private final List<PlaceDay> days;
    private final boolean isLast;
    private final List<PublishedFigure> figures;
    private final Set<PlaceDay> keys = new HashSet<>();

    private FigureWindow(
            PublishedFigures published,
            Optional<Cursor> after,
            List<PlaceDay> days,
            boolean isLast,
            List<PublishedFigure> figures) {
        this.published = published;
        this.after = after;
        this.days = days;
        this.isLast = isLast;
        this.figures = figures;
        days.forEach(day -> keys.add(key(day.unit(), day.day())));
    }

    static FigureWindow read(PublishedFigures published, Asked asked, Optional<Cursor> after) {
        var from =
                after.filter(cursor -> asked.unit().map(cursor.unit()::equals).orElse(true));
        var start = from.map(cursor -> key(cursor.unit(), cursor.day())).orElse(key("", EARLIEST));
        var found = published.placeDays(asked, start, DAYS + 1);
        var days = new ArrayList<PlaceDay>();
        int figures = 0;
        for (var day : found) {
            if (figures >= FIGURES || days.size() == DAYS) {
                break;
            }
            figures += day.figures();
            days.add(day);
        }
        return new FigureWindow(published, from, days, days.size() == found.size(), published.of(days));
    }

    /** In the order of place, day and what they say. */
    List<PublishedFigure> figures() {
        return figures;
    }

    /** Whether it holds all that was asked for. */
    boolean isWhole() {
        return isLast && after.isEmpty();
    }

    String[] units() {
        return days.stream().map(PlaceDay::unit).distinct().toArray(String[]::new);
    }

    boolean holds(PublishedFigure figure) {
        return keys.contains(key(figure));
    }

    /** Its figures with those of the days since when they claim a change, a growth or a flow. */
    List<PublishedFigure> withBases() {
        var bases = new LinkedHashSet<PlaceDay>();
        for (var figure : figures) {
            var base = figure.place().base();
            if (base != null) {
                bases.add(key(figure.place().unit(), base));
            }
        }
        bases.removeAll(keys);
        if (bases.isEmpty()) {
            return figures;
        }
        var all = new ArrayList<>(figures);
        all.addAll(published.of(bases));
        return all;
    }

    /** The first figures after the cursor that are wanted, and where the next page begins. */
    Page page(int rows, Predicate<PublishedFigure> wanted) {
        var shown = new ArrayList<PublishedFigure>();
        Optional<Cursor> end = Optional.empty();
        Cursor at = null;
        for (var figure : figures) {
            at = Cursor.next(at, figure);
            if (isBefore(at) || !wanted.test(figure)) {
                continue;
            }
            if (shown.size() == rows) {
                return new Page(shown, end);
            }
            shown.add(figure);
            end = Optional.of(at);
        }
        return new Page(shown, isLast || days.isEmpty() ? Optional.empty() : Optional.of(beyond(days.getLast())));
    }

    private boolean isBefore(Cursor at) {
        return after.map(cursor -> at.unit().equals(cursor.unit())
                        && at.day().equals(cursor.day())
                        && at.figures() <= cursor.figures())
                .orElse(false);
    }

    private static Cursor beyond(PlaceDay day) {
        return new Cursor(day.unit(), day.day().plusDays(1), 0);
    }

    private static PlaceDay key(PublishedFigure figure) {
        return key(figure.place().unit(), figure.on());
    }

    private static PlaceDay key(String unit, LocalDate day) {
        return new PlaceDay(unit, day, 0);
    }

    /** The figures of a page. */
    record Page(List<PublishedFigure> figures, Optional<Cursor> next) {}

    /**
     * Where a page ended.
     *
     * @param figures how many figures of the place on that day have been passed
     */
    record Cursor(String unit, LocalDate day, int figures) {

        private static final Pattern WRITTEN =
                Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[.]([0-9]{1,6})[.](.{1,200})");

        /** None for what is no cursor. */
        static Optional<Cursor> parse(String written) {
            var parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new Cursor(
                            parts.group(3), DateInput.parse(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        }

        private static Cursor next(@org.jspecify.annotations.Nullable Cursor before, PublishedFigure figure) {
            boolean same = before != null
                    && before.unit().equals(figure.place().unit())
                    && before.day().equals(figure.on());
            return new Cursor(figure.place().unit(), figure.on(), same && before != null ? before.figures() + 1 : 1);
        }

        /** As an address has it. */
        public String written() {
            return day + "." + figures + "." + unit;
        }
    }
}
