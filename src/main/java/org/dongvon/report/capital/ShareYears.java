package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Citation;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.Ratios;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.capital.ShareYearsStatement.Change;
import org.dongvon.report.capital.ShareYearsStatement.Grown;
import org.dongvon.report.capital.ShareYearsStatement.Year;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The local share by year, since Directive 40: each year by its last day, else by the last one that was published. */
@Component
class ShareYears implements Report {

    /** The base of reports on Directive 40. */
    private static final LocalDate FIRST = LocalDate.of(2014, Month.DECEMBER, 31);

    private static final int MOST_YEARS = 60;
    private static final String COUNTRY = "VN";

    private final CapitalFigures figures;
    private final Transactions transactions;

    ShareYears(CapitalFigures figures, Transactions transactions) {
        this.figures = figures;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "local-share-years";
    }

    /** @throws Refused {@link ReportRefusal#BASE_NOT_EARLIER} */
    @Override
    public ShareYearsStatement run(Actor actor, ReportRequest request) {
        var base = request.base().orElse(FIRST);
        if (!base.isBefore(request.asOf()) || request.asOf().getYear() - base.getYear() > MOST_YEARS) {
            throw new Refused(ReportRefusal.BASE_NOT_EARLIER, base, request.asOf());
        }
        return transactions.read(actor, () -> read(request.unit(), base, request.asOf()));
    }

    private ShareYearsStatement read(Unit unit, LocalDate base, LocalDate asOf) {
        var from = base.withDayOfYear(1);
        var printed = byDay(figures.printed(unit.code(), from, asOf));
        var country = unit.code().equals(COUNTRY)
                ? Map.<LocalDate, Printed>of()
                : byDay(figures.printed(COUNTRY, from, asOf));
        var ends = ends(base, asOf);
        var books = figures.granted(unit, ends);
        var years = new ArrayList<Year>();
        var cited = new ArrayList<Citation>();
        for (var end : ends) {
            var known = known(end, printed, books);
            years.add(year(end, known, national(end, known, country), years));
            known.map(Known::printed).ifPresent(each -> cited.addAll(each.citations(end.getYear())));
        }
        return new ShareYearsStatement(unit.code(), base, asOf, years, cited);
    }

    /** The last day of each year; of the last one, the day asked for. */
    private static List<LocalDate> ends(LocalDate base, LocalDate asOf) {
        var ends = new ArrayList<LocalDate>();
        for (int year = base.getYear(); year < asOf.getYear(); year++) {
            ends.add(LocalDate.of(year, Month.DECEMBER, 31));
        }
        ends.add(asOf);
        return ends;
    }

    /** A publication of the day itself, else the books, else the last publication of the year before that day. */
    private static Optional<Known> known(
            LocalDate end, Map<LocalDate, Printed> printed, Map<LocalDate, CapitalFigures.Capital> books) {
        var exactly = Optional.ofNullable(printed.get(end)).map(each -> Known.of(end, each));
        return exactly.or(() -> Optional.ofNullable(books.get(end)).map(each -> Known.of(end, each)))
                .or(() -> last(end, printed).map(day -> Known.of(day, Objects.requireNonNull(printed.get(day)))));
    }

    private static Optional<LocalDate> last(LocalDate end, Map<LocalDate, Printed> printed) {
        return printed.keySet().stream()
                .filter(day -> day.getYear() == end.getYear() && !day.isAfter(end))
                .max(Comparator.naturalOrder());
    }

    private static @Nullable BigDecimal national(
            LocalDate end, Optional<Known> known, Map<LocalDate, Printed> country) {
        return last(known.map(Known::day).orElse(end), country)
                .map(day -> Objects.requireNonNull(country.get(day)).share())
                .orElse(null);
    }

    private static Year year(LocalDate end, Optional<Known> known, @Nullable BigDecimal national, List<Year> before) {
        var local = known.map(Known::local).orElse(null);
        var total = known.map(Known::total).orElse(null);
        return new Year(
                end.getYear(),
                known.map(Known::day).orElse(null),
                local,
                total,
                known.map(Known::share).orElse(null),
                national,
                new Change(
                        Grown.of(local, lastKnown(before.reversed(), Year::local)),
                        Grown.of(total, lastKnown(before.reversed(), Year::total))),
                new Change(
                        Grown.of(local, lastKnown(before, Year::local)),
                        Grown.of(total, lastKnown(before, Year::total))));
    }

    private static @Nullable Long lastKnown(List<Year> years, Function<Year, @Nullable Long> number) {
        for (var year : years) {
            var known = number.apply(year);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static Map<LocalDate, Printed> byDay(List<PublishedFigure> figures) {
        Map<LocalDate, Printed> days = new HashMap<>();
        for (var figure : figures) {
            days.merge(figure.on(), Printed.of(figure), Printed::with);
        }
        return days;
    }

    /** What was printed for a day. */
    private record Printed(
            @Nullable PublishedFigure local,
            @Nullable PublishedFigure total,
            @Nullable PublishedFigure claimedShare) {

        static Printed of(PublishedFigure figure) {
            if (figure.indicator().equals(Indicator.LOCAL_CAPITAL)) {
                return new Printed(figure, null, null);
            }
            return figure.indicator().equals(Indicator.TOTAL_CAPITAL)
                    ? new Printed(null, figure, null)
                    : new Printed(null, null, figure);
        }

        Printed with(Printed other) {
            return new Printed(
                    local == null ? other.local : local,
                    total == null ? other.total : total,
                    claimedShare == null ? other.claimedShare : claimedShare);
        }

        @Nullable
        BigDecimal share() {
            if (local != null && total != null) {
                return Ratios.percent(local.number(), total.number());
            }
            return claimedShare == null ? null : claimedShare.amount().value();
        }

        List<Citation> citations(int year) {
            return Stream.of(
                            cited(year + ".local", local),
                            cited(year + ".total", total),
                            local == null || total == null
                                    ? cited(year + ".sharePercent", claimedShare)
                                    : Optional.<Citation>empty())
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<Citation> cited(String field, @Nullable PublishedFigure figure) {
            return Optional.ofNullable(figure).map(each -> Citation.of(field, each));
        }
    }

    /** What is known of a year. */
    private record Known(
            LocalDate day,
            @Nullable Long local,
            @Nullable Long total,
            @Nullable BigDecimal share,
            @Nullable Printed printed) {

        static Known of(LocalDate day, Printed printed) {
            return new Known(day, number(printed.local()), number(printed.total()), printed.share(), printed);
        }

        static Known of(LocalDate day, CapitalFigures.Capital books) {
            return new Known(day, books.local(), books.total(), Ratios.percent(books.local(), books.total()), null);
        }

        private static @Nullable Long number(@Nullable PublishedFigure figure) {
            return figure == null ? null : Long.valueOf(figure.number());
        }
    }
}
