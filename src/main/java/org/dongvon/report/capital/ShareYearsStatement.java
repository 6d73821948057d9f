package org.dongvon.report.capital;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dongvon.report.Citation;
import org.dongvon.report.Ratios;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Local and total capital of a unit and their share, one row a year, in đồng. The components are the fields of the outside
 * contract.
 *
 * @param base the day of the first year
 * @param years from the base's to that of the day asked for, also those of which nothing is known
 * @param published which figures were published, by year; what is not among them comes from the books
 */
public record ShareYearsStatement(
        String unit,
        LocalDate base,
        LocalDate asOf,
        List<Year> years,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Citation> published)
        implements Statement {

    public ShareYearsStatement {
        years = List.copyOf(years);
        published = List.copyOf(published);
    }

    /**
     * A year.
     *
     * @param day its last one, or the last one of which something was published; none when nothing is known
     * @param sharePercent local in total, two decimals; as it was printed where one of both is not known
     * @param nationalSharePercent of the country, as last published in that year up to that day
     * @param sinceBefore against the last year before of which it is known
     * @param sinceFirst against the first year of which it is known
     */
    public record Year(
            int year,
            @Nullable LocalDate day,
            @Nullable Long local,
            @Nullable Long total,
            @Nullable BigDecimal sharePercent,
            @Nullable BigDecimal nationalSharePercent,
            Change sinceBefore,
            Change sinceFirst) {}

    /** How capital changed: what it is more, how many times it is, by how many percent it grew. */
    public record Change(Grown local, Grown total) {}

    /** A change of one number; nothing where one of both is not known. */
    public record Grown(
            @Nullable Long change,
            @Nullable BigDecimal times,
            @Nullable BigDecimal growthPercent) {

        static Grown of(@Nullable Long now, @Nullable Long before) {
            return now == null || before == null
                    ? new Grown(null, null, null)
                    : new Grown(now - before, Ratios.times(now, before), Ratios.percent(now - before, before));
        }
    }

    /** Who printed a year's figures; nobody where they come from the books. */
    public String documents(int year) {
        return published.stream()
                .filter(each -> each.field().startsWith(year + "."))
                .map(Citation::document)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var each : years) {
            var code = Integer.toString(each.year());
            rows.add(Row.of("year", code, "day", each.day()));
            rows.add(Row.of("year", code, "local", each.local()));
            rows.add(Row.of("year", code, "total", each.total()));
            rows.add(Row.of("year", code, "sharePercent", each.sharePercent()));
            rows.add(Row.of("year", code, "nationalSharePercent", each.nationalSharePercent()));
            addTo(rows, "sinceBefore", code, each.sinceBefore());
            addTo(rows, "sinceFirst", code, each.sinceFirst());
        }
        rows.addAll(Citation.rows(published));
        return rows;
    }

    private static void addTo(List<Row> rows, String section, String code, Change change) {
        rows.add(Row.of(section, code, "localChange", change.local().change()));
        rows.add(Row.of(section, code, "localTimes", change.local().times()));
        rows.add(Row.of(section, code, "localGrowthPercent", change.local().growthPercent()));
        rows.add(Row.of(section, code, "totalChange", change.total().change()));
        rows.add(Row.of(section, code, "totalTimes", change.total().times()));
        rows.add(Row.of(section, code, "totalGrowthPercent", change.total().growthPercent()));
    }
}
