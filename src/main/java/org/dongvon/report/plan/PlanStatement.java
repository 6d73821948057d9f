package org.dongvon.report.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dongvon.report.Ratios;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a unit against what is out, in đồng. The components are the fields of the outside contract.
 *
 * @param asOf the closed day at whose end the figures stand
 * @param forecast whether it is the newest closed day: only then falling due and asked for are known
 * @param lines of the unit itself, by programme and source
 * @param places of those below it, likewise
 * @param months of the unit itself, by programme and source
 */
public record PlanStatement(
        String unit, LocalDate asOf, boolean forecast, List<Line> lines, List<Line> places, List<Month> months)
        implements Statement {

    public PlanStatement {
        lines = List.copyOf(lines);
        places = List.copyOf(places);
        months = List.copyOf(months);
    }

    /**
     * A line of the plan somewhere.
     *
     * @param place the code of the unit
     * @param hamlet its hamlet; empty for the whole unit
     * @param source whose money; empty for what is asked for, which has none yet
     * @param documents the numbers of the decisions that hold
     */
    public record Line(
            String place,
            String name,
            String hamlet,
            String programme,
            String source,
            Figures figures,
            String documents) {}

    /**
     * The figures of a line.
     *
     * @param target what may be out at the end of the day's month; none without a target
     * @param yearTarget likewise at the end of the year
     * @param executed what is out
     * @param promised approved and not paid out
     * @param due what is repaid by the end of the month, as agreed
     * @param asked what waits at the bank
     */
    public record Figures(
            @Nullable Long target, @Nullable Long yearTarget, long executed, long promised, long due, long asked) {

        static final Figures NOTHING = new Figures(null, null, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(
                    sum(target, other.target),
                    sum(yearTarget, other.yearTarget),
                    executed + other.executed,
                    promised + other.promised,
                    due + other.due,
                    asked + other.asked);
        }

        static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null ? other : other == null ? one : Long.valueOf(one + other);
        }

        /** What may still be approved; none without a target. */
        public @Nullable Long left() {
            return target == null ? null : Long.valueOf(target - executed - promised);
        }

        /** How much of the target is out, in percent with two decimals. */
        public @Nullable BigDecimal percent() {
            return target == null ? null : Ratios.percent(executed, target);
        }

        /** What will be out at the end of the month when all is repaid as agreed and all that is asked for is lent. */
        public long forecast() {
            return executed + promised - due + asked;
        }
    }

    /** What may be out, and what is, at the end of a month; none for months to come. */
    public record Month(
            int month,
            String programme,
            String source,
            @Nullable Long target,
            @Nullable Long executed) {}

    /** The same of one programme or one source; empty for all. */
    PlanStatement only(String programme, String source) {
        return new PlanStatement(
                unit,
                asOf,
                forecast,
                lines.stream()
                        .filter(each -> isOf(each.programme, each.source, programme, source))
                        .toList(),
                places.stream()
                        .filter(each -> isOf(each.programme, each.source, programme, source))
                        .toList(),
                months.stream()
                        .filter(each -> isOf(each.programme, each.source, programme, source))
                        .toList());
    }

    private static boolean isOf(String programme, String source, String wantedProgramme, String wantedSource) {
        return (wantedProgramme.isEmpty() || wantedProgramme.equals(programme))
                && (wantedSource.isEmpty() || wantedSource.equals(source));
    }

    /** The unit's lines added up by programme. */
    @JsonIgnore
    public List<Line> byProgramme() {
        return added(
                lines,
                Line::programme,
                line -> new Line(line.place, line.name, "", line.programme, "", line.figures, ""));
    }

    /** Those below, all their programmes added up. */
    @JsonIgnore
    public List<Line> byPlace() {
        return added(
                places,
                line -> line.place + ":" + line.hamlet,
                line -> new Line(line.place, line.name, line.hamlet, "", "", line.figures, ""));
    }

    /** All of the unit. */
    @JsonIgnore
    public Figures total() {
        return lines.stream().map(Line::figures).reduce(Figures.NOTHING, Figures::plus);
    }

    /** The months, all programmes and sources added up. */
    @JsonIgnore
    public List<Month> byMonth() {
        Map<Integer, Month> byMonth = new LinkedHashMap<>();
        months.forEach(each -> byMonth.merge(
                each.month,
                new Month(each.month, "", "", each.target, each.executed),
                (one, other) -> new Month(
                        one.month,
                        "",
                        "",
                        Figures.sum(one.target, other.target),
                        Figures.sum(one.executed, other.executed))));
        return List.copyOf(byMonth.values());
    }

    private static List<Line> added(List<Line> lines, Function<Line, String> key, Function<Line, Line> shown) {
        Map<String, Line> added = new LinkedHashMap<>();
        lines.forEach(line -> added.merge(
                key.apply(line),
                shown.apply(line),
                (one, other) -> new Line(
                        one.place, one.name, one.hamlet, one.programme, "", one.figures.plus(other.figures), "")));
        return List.copyOf(added.values());
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        lines.forEach(line -> addTo(rows, "line", line.programme + ":" + line.source, line.figures));
        places.forEach(line -> addTo(
                rows, "place", String.join(":", line.place, line.hamlet, line.programme, line.source), line.figures));
        for (var each : months) {
            var code = String.join(":", Integer.toString(each.month), each.programme, each.source);
            rows.add(Row.of("month", code, "target", each.target));
            rows.add(Row.of("month", code, "executed", each.executed));
        }
        return rows;
    }

    private static void addTo(List<Row> rows, String section, String code, Figures figures) {
        Stream.of(
                        Row.of(section, code, "target", figures.target),
                        Row.of(section, code, "yearTarget", figures.yearTarget),
                        Row.of(section, code, "executed", figures.executed),
                        Row.of(section, code, "percent", figures.percent()),
                        Row.of(section, code, "promised", figures.promised),
                        Row.of(section, code, "left", figures.left()),
                        Row.of(section, code, "due", figures.due),
                        Row.of(section, code, "asked", figures.asked),
                        Row.of(section, code, "forecast", figures.forecast()))
                .forEach(rows::add);
    }
}
