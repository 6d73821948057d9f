package org.dongvon.engine.interest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.support.Golden;

/** The rate series of the worked examples, from {@code golden/interest/series.csv}. */
final class GoldenSeries {

    private GoldenSeries() {}

    static Map<String, RateSeries> all() {
        var rows = new LinkedHashMap<String, List<RateChange>>();
        for (var row : Golden.rows("interest/series")) {
            var change = new RateChange(
                    row.date("from"),
                    AnnualRate.ofPercent(row.text("in-term")),
                    AnnualRate.ofPercent(row.text("overdue")));
            rows.computeIfAbsent(row.text("series"), code -> new ArrayList<>()).add(change);
        }
        var series = new LinkedHashMap<String, RateSeries>();
        rows.forEach((code, changes) -> series.put(code, RateSeries.of(code, changes)));
        return series;
    }
}
