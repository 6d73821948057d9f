package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dongvon.document.Documents;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigures;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRequest;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** Which published figures contradict one another: of those that people loaded, not of those that came with the product. */
@Component
public class FiguresCheckReport implements Report {

    /** The name of the report. */
    public static final String NAME = "figures-check";

    private final PublishedFigures figures;
    private final Documents documents;
    private final Transactions transactions;

    FiguresCheckReport(PublishedFigures figures, Documents documents, Transactions transactions) {
        this.figures = figures;
        this.documents = documents;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FiguresStatement run(Actor actor, ReportRequest request) {
        return run(actor, Optional.of(request.unit().code()), Optional.of(request.asOf()));
    }

    /** The check of figures of one place or of all, for days up to one or for all. */
    public FiguresStatement run(Actor actor, Optional<String> unit, Optional<LocalDate> through) {
        return FiguresStatement.of(checks(actor, unit).stream()
                .filter(check ->
                        through.map(day -> !check.figure().on().isAfter(day)).orElse(true))
                .toList());
    }

    /** All identities that can be checked; each is about one place. */
    List<Check> checks(Actor actor, Optional<String> unit) {
        return transactions.read(actor, () -> checks(figures.all(unit)));
    }

    /** The identities that can be checked among some figures; the caller holds the transaction. */
    List<Check> checks(Collection<PublishedFigure> some) {
        var loaded =
                some.stream().filter(figure -> !figure.printed().isShipped()).toList();
        return new FigureCheck(new CitedDocuments(documents.list())).of(loaded);
    }
}
