package org.dongvon.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated value of a rule. Example: {@code GROUP_MEMBERS_MAX} is 60 persons from 5/3/2013.
 *
 * @param code which rule
 * @param validFrom its first day; the bank's first day where it always held
 * @param value as its unit says
 * @param unit how the value is read
 * @param basis its document
 */
public record Parameter(ParameterCode code, LocalDate validFrom, String value, ParameterUnit unit, LegalBasis basis) {

    /** The value's entries in order: one, unless it is a list or steps. */
    public List<String> parts() {
        return switch (unit) {
            case LIST, STEPS -> List.of(value.split(";"));
            default -> List.of(value);
        };
    }
}
