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
 * How much of a unit's capital its local budgets entrusted, in đồng. The components are the fields of the outside
 * contract.
 *
 * @param local capital entrusted by province, district and commune
 * @param total all capital
 * @param sharePercent local in total, two decimals
 * @param nationalSharePercent the national share last published for that day; none when there is none
 * @param gapConstantTotal what is missing to that share while the total stays as it is; negative when more than enough
 * @param gapGrowingTotal what is missing when each đồng added is in the total too
 * @param published which of them were published; what is not among them comes from the books
 */
public record CapitalStatement(
        String unit,
        LocalDate asOf,
        long local,
        long total,
        @Nullable BigDecimal sharePercent,
        @Nullable BigDecimal nationalSharePercent,
        @Nullable Long gapConstantTotal,
        @Nullable Long gapGrowingTotal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Citation> published)
        implements Statement {

    private static final String SECTION = "capital";

    public CapitalStatement {
        published = List.copyOf(published);
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of(SECTION, unit, "local", local));
        rows.add(Row.of(SECTION, unit, "total", total));
        rows.add(Row.of(SECTION, unit, "sharePercent", sharePercent));
        rows.add(Row.of(SECTION, unit, "nationalSharePercent", nationalSharePercent));
        rows.add(Row.of(SECTION, unit, "gapConstantTotal", gapConstantTotal));
        rows.add(Row.of(SECTION, unit, "gapGrowingTotal", gapGrowingTotal));
        rows.addAll(Citation.rows(published));
        return rows;
    }
}
