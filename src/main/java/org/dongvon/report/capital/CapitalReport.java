package org.dongvon.report.capital;

import java.math.BigDecimal;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.Ratios;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** Local entrusted capital, its share, and what is missing to the national share. */
@Component
class CapitalReport implements Report {

    private final CapitalFigures figures;
    private final Transactions transactions;

    CapitalReport(CapitalFigures figures, Transactions transactions) {
        this.figures = figures;
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
            return new Evidence(
                    statement(request, capital),
                    capital,
                    figures.nationalShare(request.asOf()).orElse(null));
        });
    }

    private CapitalStatement statement(ReportRequest request, CapitalFigures.Capital capital) {
        var national = figures.nationalShare(request.asOf()).map(PublishedFigure::number);
        var gap = national.map(share -> ShareGap.of(capital.local(), capital.total(), share));
        BigDecimal nationalPercent = national.map(Ratios::ofHundredths).orElse(null);
        return new CapitalStatement(
                request.unit().code(),
                request.asOf(),
                capital.local(),
                capital.total(),
                Ratios.percent(capital.local(), capital.total()),
                nationalPercent,
                gap.map(ShareGap::constantTotal).orElse(null),
                gap.map(ShareGap::growingTotal).orElse(null));
    }

    /** A statement and the figures behind it. */
    record Evidence(
            CapitalStatement statement,
            CapitalFigures.Capital capital,
            @org.jspecify.annotations.Nullable PublishedFigure nationalShare) {}
}
