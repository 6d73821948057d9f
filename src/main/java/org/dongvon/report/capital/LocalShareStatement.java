package org.dongvon.report.capital;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.report.Citation;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The local share of a unit against the country and against a target, in đồng. The components are the fields of the
 * outside contract; the first are those of {@link CapitalStatement}.
 *
 * @param nationalSharePercent the national share last published for that day; none when there is none
 * @param gapConstantTotal what is missing to it while the total stays; negative when more than enough
 * @param gapGrowingTotal what is missing when each đồng added is in the total too
 * @param target what is missing to the target, and by year
 * @param whatIf what more money would do; none when nobody asked
 * @param published which figures were published; what is not among them comes from the books
 */
public record LocalShareStatement(
        String unit,
        LocalDate asOf,
        long local,
        long total,
        @Nullable BigDecimal sharePercent,
        @Nullable BigDecimal nationalSharePercent,
        @Nullable Long gapConstantTotal,
        @Nullable Long gapGrowingTotal,
        Target target,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WhatIf whatIf,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Citation> published)
        implements Statement {

    private static final String SHARE = "share";
    private static final String TARGET = "target";
    private static final String WHAT_IF = "whatIf";

    public LocalShareStatement {
        published = List.copyOf(published);
    }

    /**
     * A target, and what is missing to it.
     *
     * @param yearly what each year adds; empty when nothing is missing
     */
    public record Target(
            BigDecimal sharePercent,
            int year,
            BigDecimal growthPercent,
            long gapConstantTotal,
            long gapGrowingTotal,
            List<SharePath.Year> yearly) {

        public Target {
            yearly = List.copyOf(yearly);
        }
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of(SHARE, unit, "local", local));
        rows.add(Row.of(SHARE, unit, "total", total));
        rows.add(Row.of(SHARE, unit, "sharePercent", sharePercent));
        rows.add(Row.of(SHARE, unit, "nationalSharePercent", nationalSharePercent));
        rows.add(Row.of(SHARE, unit, "gapConstantTotal", gapConstantTotal));
        rows.add(Row.of(SHARE, unit, "gapGrowingTotal", gapGrowingTotal));
        var year = Integer.toString(target.year());
        rows.add(Row.of(TARGET, year, "sharePercent", target.sharePercent()));
        rows.add(Row.of(TARGET, year, "growthPercent", target.growthPercent()));
        rows.add(Row.of(TARGET, year, "gapConstantTotal", target.gapConstantTotal()));
        rows.add(Row.of(TARGET, year, "gapGrowingTotal", target.gapGrowingTotal()));
        for (var each : target.yearly()) {
            var of = Integer.toString(each.year());
            rows.add(Row.of("yearly", of, "constantTotal", each.constantTotal()));
            rows.add(Row.of("yearly", of, "growingTotal", each.growingTotal()));
        }
        if (whatIf != null) {
            addTo(rows, whatIf);
        }
        rows.addAll(Citation.rows(published));
        return rows;
    }

    private static void addTo(List<Row> rows, WhatIf asked) {
        rows.add(Row.of(WHAT_IF, "", "added", asked.added()));
        rows.add(Row.of(WHAT_IF, "", "from", asked.from()));
        rows.add(Row.of(WHAT_IF, "", "sharePercent", asked.sharePercent()));
        var averages = asked.averages();
        var made = asked.made();
        if (averages != null && made != null) {
            rows.add(Row.of("averages", averages.basis().name(), "from", averages.from()));
            rows.add(Row.of("averages", averages.basis().name(), "through", averages.through()));
            addTo(rows, "averages", averages.basis().name(), averages.lent());
            addTo(rows, "", made);
        }
        for (var each : asked.programmes()) {
            addTo(rows, "averages", each.programme(), each.lent());
            rows.add(Row.of(WHAT_IF, each.programme(), "amount", each.amount()));
            addTo(rows, each.programme(), each.made());
        }
    }

    private static void addTo(List<Row> rows, String section, String code, Lent lent) {
        rows.add(Row.of(section, code, "amount", lent.amount()));
        rows.add(Row.of(section, code, "loans", lent.loans()));
        rows.add(Row.of(section, code, "households", lent.households()));
        rows.add(Row.of(section, code, "jobs", lent.jobs()));
        rows.add(Row.of(section, code, "averageLoan", lent.averageLoan()));
        rows.add(Row.of(section, code, "householdsPerLoan", lent.householdsPerLoan()));
        rows.add(Row.of(section, code, "jobsPerLoan", lent.jobsPerLoan()));
    }

    private static void addTo(List<Row> rows, String code, WhatIf.Made made) {
        rows.add(Row.of(WHAT_IF, code, "loans", made.loans()));
        rows.add(Row.of(WHAT_IF, code, "households", made.households()));
        rows.add(Row.of(WHAT_IF, code, "jobs", made.jobs()));
    }
}
