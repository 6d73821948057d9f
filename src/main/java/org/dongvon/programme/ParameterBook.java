package org.dongvon.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.allocation.Claim;
import org.dongvon.engine.allocation.CollectionOrder;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.shared.Refused;

/**
 * The dated rules as they stood at one version of the reference data.
 *
 * <p>Example: {@code book.whole(ParameterCode.GROUP_MEMBERS_MAX, LocalDate.of(2024, 5, 18))} is 60.
 *
 * @param rows all rows, by code and then by day
 */
public record ParameterBook(List<Parameter> rows) {

    public ParameterBook {
        rows = rows.stream()
                .sorted(Comparator.comparing(Parameter::code).thenComparing(Parameter::validFrom))
                .toList();
    }

    /** The row of a rule that holds on a day, if there is one yet. */
    public Optional<Parameter> find(ParameterCode code, LocalDate day) {
        return rows.stream()
                .filter(each -> each.code() == code && !each.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /**
     * The value of a rule on a day.
     *
     * @throws Refused {@link ProgrammeRefusal#RULE_NOT_KNOWN_BEFORE}
     */
    public String value(ParameterCode code, LocalDate day) {
        return find(code, day)
                .map(Parameter::value)
                .orElseThrow(() -> new Refused(ProgrammeRefusal.RULE_NOT_KNOWN_BEFORE, code, day));
    }

    /** The value of a rule that is a whole number. */
    public long whole(ParameterCode code, LocalDate day) {
        return Long.parseLong(value(code, day));
    }

    /** The names that a rule holds on a day. */
    public List<String> names(ParameterCode code, LocalDate day) {
        return List.of(value(code, day).split(";"));
    }

    /** The value of a rule that is a fraction of people. */
    public Fraction fraction(ParameterCode code, LocalDate day) {
        return Fraction.of(value(code, day));
    }

    /** How a contract date becomes a due date. */
    public DueRule dueRule(LocalDate day) {
        return DueRule.valueOf(value(ParameterCode.DUE_DATE_RULE, day));
    }

    /** The order in which a payment settles what a loan owes: of a loan in term, or of one with overdue principal. */
    public CollectionOrder collectionOrder(ParameterCode order, LocalDate day) {
        return new CollectionOrder(
                Arrays.stream(value(order, day).split(";")).map(Claim::valueOf).toList());
    }
}
