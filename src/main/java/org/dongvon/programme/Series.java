package org.dongvon.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which loans follow a rate series. Example: {@code GQVL-2026} is for the standard borrowers of job loans whose
 * contract is of 1/1/2026 or later.
 *
 * @param id its number, which loans refer to; the same everywhere
 * @param code the programme's code, with a suffix where a class or a cohort differs
 * @param programme the programme's code
 * @param borrowers the class of borrowers
 * @param contractsFrom the first contract day of the cohort, if it has one
 * @param contractsTo the day after its last contract day, if it has one
 */
public record Series(
        int id,
        String code,
        String programme,
        BorrowerClass borrowers,
        @Nullable LocalDate contractsFrom,
        @Nullable LocalDate contractsTo) {

    /** Whether a contract of that day is of the cohort. */
    public boolean takesContractsOf(LocalDate day) {
        return (contractsFrom == null || !day.isBefore(contractsFrom))
                && (contractsTo == null || day.isBefore(contractsTo));
    }
}
