package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Citation;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.Ratios;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.figures.BookFigures;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Local entrusted capital, its share, and what is missing to the national share. */
@Component
class CapitalReport implements Report {

    private final CapitalFigures figures;
    private final BookFigures books;
    private final Transactions transactions;

    CapitalReport(CapitalFigures figures, BookFigures books, Transactions transactions) {
        this.figures = figures;
        this.books = books;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "capital";
    }

    /** @throws Refused {@link ReportRefusal#NO_CAPITAL_FIGURE} */
    @Override
    public CapitalStatement run(Actor actor, ReportRequest request) {
        return evidence(actor, request).statement();
    }

    /** The statement with where its figures come from. */
    Evidence evidence(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> {
            var unit = request.unit();
            var capital = figures.find(unit, request.asOf())
                    .orElseThrow(() -> new Refused(ReportRefusal.NO_CAPITAL_FIGURE, unit.name(), request.asOf()));
            var national = figures.nationalShare(request.asOf()).orElse(null);
            return new Evidence(statement(request, capital, national), capital, national);
        });
    }

    /** The days for which the unit's capital was published. */
    List<LocalDate> publishedDays(Actor actor, Unit unit) {
        return transactions.read(actor, () -> figures.publishedDays(unit));
    }

    /** All that was published of the unit for the day, beside the books. */
    List<BookFigures.Beside> published(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> books.beside(actor, figures.published(request.unit(), request.asOf())));
    }

    private static CapitalStatement statement(
            ReportRequest request, CapitalFigures.Capital capital, @Nullable PublishedFigure nationalShare) {
        BigDecimal national =
                nationalShare == null ? null : nationalShare.amount().value();
        var gap = national == null ? null : ShareGap.of(capital.local(), capital.total(), national);
        return new CapitalStatement(
                request.unit().code(),
                request.asOf(),
                capital.local(),
                capital.total(),
                Ratios.percent(capital.local(), capital.total()),
                national,
                gap == null ? null : gap.constantTotal(),
                gap == null ? null : gap.growingTotal(),
                published(capital, nationalShare));
    }

    private static List<Citation> published(CapitalFigures.Capital capital, @Nullable PublishedFigure nationalShare) {
        return Stream.of(
                        capital.publishedLocal().map(figure -> Citation.of("local", figure)),
                        capital.publishedTotal().map(figure -> Citation.of("total", figure)),
                        Optional.ofNullable(nationalShare).map(figure -> Citation.of("nationalSharePercent", figure)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A statement and the figures behind it. */
    record Evidence(
            CapitalStatement statement,
            CapitalFigures.Capital capital,
            @Nullable PublishedFigure nationalShare) {

        /** The published figures that the statement rests on. */
        public List<PublishedFigure> figures() {
            return Stream.of(capital.publishedLocal(), capital.publishedTotal(), Optional.ofNullable(nationalShare))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
