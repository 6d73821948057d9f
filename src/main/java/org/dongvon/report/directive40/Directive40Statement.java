package org.dongvon.report.directive40;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.report.Citation;
import org.dongvon.report.Ratios;
import org.dongvon.report.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the report on Directive 40, in đồng; the fields are the outside contract. Programmes and associations
 * each sum to the outstanding; direct loans stand under the association {@code NONE}.
 *
 * @param base the day compared with
 * @param growth outstanding now and then
 * @param people households and borrowers with principal outstanding, each counted once
 * @param localCapital loans drawn on contracts of local budgets
 * @param published which figures were published; what is not among them comes from the books
 */
public record Directive40Statement(
        String unit,
        LocalDate asOf,
        LocalDate base,
        @JsonUnwrapped Growth growth,
        @JsonUnwrapped People people,
        List<ProgrammeLine> programmes,
        List<AssociationLine> associations,
        LocalCapital localCapital,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Citation> published)
        implements Statement {

    public Directive40Statement {
        programmes = List.copyOf(programmes);
        associations = List.copyOf(associations);
        published = List.copyOf(published);
    }

    /**
     * Outstanding now and on the base day.
     *
     * @param outstandingBase none when neither the books nor a publication know the base day
     * @param times how many times the base it is, three decimals
     * @param outstandingBasePublished the document that printed the base; none when it is the books' own
     */
    public record Growth(
            long outstanding,
            @Nullable Long outstandingBase,
            @Nullable Long change,
            @Nullable BigDecimal times,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String outstandingBasePublished) {

        /** The growth since a base that may be unknown, and that may have been published. */
        static Growth of(long outstanding, @Nullable Long base, @Nullable String published) {
            return base == null
                    ? new Growth(outstanding, null, null, null, null)
                    : new Growth(outstanding, base, outstanding - base, Ratios.times(outstanding, base), published);
        }
    }

    /** Who owes principal, each counted once. */
    public record People(long households, long borrowers) {}

    /** A programme with principal outstanding. */
    public record ProgrammeLine(String code, long outstanding, long borrowers, long loans) {}

    /** An association's groups and what they carry; direct lending is {@code NONE}, without groups. */
    public record AssociationLine(
            String code,
            long groups,
            long borrowers,
            long outstanding,
            @Nullable BigDecimal sharePercent) {}

    /** Loans drawn on local capital, with the jobs that they undertook, and their share of the outstanding. */
    public record LocalCapital(
            long amount, long loans, long jobs, @Nullable BigDecimal sharePercent) {}

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("total", unit, "outstanding", growth.outstanding()));
        rows.add(Row.of("total", unit, "outstandingBase", growth.outstandingBase()));
        if (growth.outstandingBasePublished() != null) {
            rows.add(Row.of("total", unit, "outstandingBasePublished", growth.outstandingBasePublished()));
        }
        rows.add(Row.of("total", unit, "change", growth.change()));
        rows.add(Row.of("total", unit, "times", growth.times()));
        rows.add(Row.of("total", unit, "households", people.households()));
        rows.add(Row.of("total", unit, "borrowers", people.borrowers()));
        for (var line : programmes) {
            rows.add(Row.of("programmes", line.code(), "outstanding", line.outstanding()));
            rows.add(Row.of("programmes", line.code(), "borrowers", line.borrowers()));
            rows.add(Row.of("programmes", line.code(), "loans", line.loans()));
        }
        for (var line : associations) {
            rows.add(Row.of("associations", line.code(), "groups", line.groups()));
            rows.add(Row.of("associations", line.code(), "borrowers", line.borrowers()));
            rows.add(Row.of("associations", line.code(), "outstanding", line.outstanding()));
            rows.add(Row.of("associations", line.code(), "sharePercent", line.sharePercent()));
        }
        rows.add(Row.of("localCapital", unit, "amount", localCapital.amount()));
        rows.add(Row.of("localCapital", unit, "loans", localCapital.loans()));
        rows.add(Row.of("localCapital", unit, "jobs", localCapital.jobs()));
        rows.add(Row.of("localCapital", unit, "sharePercent", localCapital.sharePercent()));
        rows.addAll(Citation.rows(published));
        return rows;
    }
}
