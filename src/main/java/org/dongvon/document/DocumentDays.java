package org.dongvon.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a document. A day that was not established is absent, never guessed.
 *
 * @param issuedOn the day printed on it
 * @param validFrom its first day in force
 * @param validTo the day after its last day in force
 */
public record DocumentDays(
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
