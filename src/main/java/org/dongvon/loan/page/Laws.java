package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.dongvon.document.Mark;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.text.Label;

/** The documents that rates stand on. */
final class Laws {

    private final RateBook rates;
    private final Documents documents;
    private final Map<String, Document> found = new HashMap<>();

    Laws(RateBook rates, Documents documents) {
        this.rates = rates;
        this.documents = documents;
    }

    /** What the rate of a series on a day stands on. */
    Law on(int seriesId, LocalDate day) {
        var history = rates.history(rates.info(seriesId).code());
        var row = history.stream()
                .filter(each -> !each.change().from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no rate of series " + seriesId + " on " + day));
        var basis = row.basis();
        var named = basis.documents().stream().map(this::document).toList();
        return new Law(named, row.change().from(), basis.mark(), basis.note());
    }

    private Document document(String code) {
        return found.computeIfAbsent(code, documents::get);
    }

    /**
     * A dated rate's foundation.
     *
     * @param documents none when none is known
     * @param since the first day of the rate
     * @param mark how sure the register is of it
     */
    record Law(List<Document> documents, LocalDate since, Mark mark, Label note) {}
}
