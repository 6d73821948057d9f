package org.dongvon.report.telegram;

import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.telegram.TelegramStatement.Figures;
import org.dongvon.report.telegram.TelegramStatement.Line;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** The daily telegram: what a unit has out, took in, paid out and holds in cash, with those below it. */
@Component
class TelegramReport implements Report {

    private final TelegramFigures figures;
    private final Transactions transactions;

    TelegramReport(TelegramFigures figures, Transactions transactions) {
        this.figures = figures;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "telegram";
    }

    /**
     * The telegram of a day, or of the newest open day before it.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} for a unit that is not wholly in scope
     */
    @Override
    public TelegramStatement run(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> {
            var unit = request.unit();
            var newest = figures.books(unit, request.asOf())
                    .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, unit.code()))
                    .newest();
            var day = request.asOf().isAfter(newest) ? newest : request.asOf();
            var books = figures.books(unit, day)
                    .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, unit.code()));
            var places = figures.places(unit, day);
            return new TelegramStatement(
                    unit.code(),
                    day,
                    books.offices(),
                    books.openOffices(),
                    places.stream().map(Line::figures).reduce(Figures.NOTHING, Figures::plus),
                    places);
        });
    }
}
