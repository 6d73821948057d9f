package org.dongvon.report.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the check of published figures found. The components are the fields of the outside contract.
 *
 * @param checked how many identities were checked
 * @param broken the totals and claims that do not hold, in the order of place, day and indicator
 */
public record FiguresStatement(int checked, List<Broken> broken) implements Statement {

    public FiguresStatement {
        broken = List.copyOf(broken);
    }

    /**
     * A total or claim that does not hold within the rounding of the printed digits.
     *
     * @param claimed as printed, in đồng, heads, percent or times; the cited day of a document
     * @param computed what its inputs come to; the day that the register has
     * @param identity sum, change, flow, growth, share, times, ratio or date
     */
    public record Broken(@JsonUnwrapped About about, Object claimed, Object computed, String identity) {}

    /**
     * What a broken figure is about.
     *
     * @param unit as it was written
     * @param base the day since when; none for what stands at a date
     * @param programme none for all; likewise association and source
     */
    public record About(
            String unit,
            LocalDate date,
            @Nullable LocalDate base,
            String indicator,
            @Nullable String programme,
            @Nullable String association,
            @Nullable String source) {}

    static FiguresStatement of(List<Check> checks) {
        return new FiguresStatement(
                checks.size(),
                FigureCheck.broken(checks).stream()
                        .map(FiguresStatement::broken)
                        .toList());
    }

    private static Broken broken(Check check) {
        var place = check.figure().place();
        var cut = place.cut();
        var about = new About(
                place.unit(),
                place.on(),
                check.base(),
                place.indicator().code(),
                given(cut.programme()),
                given(cut.association()),
                given(cut.source()));
        var identity = check.identity().code();
        return switch (check.sides()) {
            case Check.Numbers numbers -> new Broken(about, numbers.claimed(), numbers.computed(), identity);
            case Check.Days days -> new Broken(about, days.claimed(), days.computed(), identity);
        };
    }

    private static @Nullable String given(String code) {
        return code.isEmpty() ? null : code;
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("total", "", "checked", checked));
        rows.add(Row.of("total", "", "broken", broken.size()));
        for (var each : broken) {
            var about = each.about();
            var code = String.join(
                    " ",
                    about.unit(),
                    about.date().toString(),
                    about.indicator(),
                    about.programme() == null ? "" : about.programme(),
                    about.association() == null ? "" : about.association(),
                    about.source() == null ? "" : about.source());
            rows.add(Row.of(each.identity(), code.stripTrailing(), "claimed", each.claimed()));
            rows.add(Row.of(each.identity(), code.stripTrailing(), "computed", each.computed()));
        }
        return rows;
    }
}
