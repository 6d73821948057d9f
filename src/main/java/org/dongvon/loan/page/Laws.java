package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dongvon.document.Document;
import org.dongvon.document.Documents;
import org.dongvon.document.Mark;
import org.dongvon.programme.DatedRate;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.text.Label;

/** The documents that rates stand on. */
final class Laws {

    private final RateBook rates;
    private final Documents documents;
    private final Map<String, String> numbers = new HashMap<>();

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
        return new Law(numbers(row), row.change().from(), row.basis().mark() == Mark.UNSURE, row.basis().note());
    }

    private String numbers(DatedRate row) {
        return row.basis().documents().stream().map(this::number).collect(Collectors.joining(", "));
    }

    private String number(String code) {
        return numbers.computeIfAbsent(code, each -> documents.find(each).map(Document::number).orElse(each));
    }

    /**
     * A dated rate's foundation.
     *
     * @param documents their numbers; empty when none is known
     * @param since the first day of the rate
     * @param unsure whether the register marks it as not certain
     */
    record Law(String documents, LocalDate since, boolean unsure, Label note) {}
}
