package org.dongvon.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated rule of one programme. Example: {@code HONGHEO} lends for at most 120 months ({@code TERM_MAX}) from 1/3/2019.
 *
 * @param programme the programme's code
 * @param code which rule
 * @param validFrom its first day; the bank's first day where it always held
 * @param value as the rule's shape says
 * @param basis its document
 */
public record Term(String programme, TermCode code, LocalDate validFrom, String value, LegalBasis basis) {

    /** The parts of a value that is a list. */
    public List<String> parts() {
        return List.of(value.split(";"));
    }
}
