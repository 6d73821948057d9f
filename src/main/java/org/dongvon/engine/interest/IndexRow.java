package org.dongvon.engine.interest;

import java.time.LocalDate;

/**
 * A row of a rate index, as stored in the database: between it and the next row,
 * {@code index(t) = indexAtFrom + rate × (t − from)}.
 *
 * <p>Example: a series of 6.6 % from 2025-01-01 and 6.24 % from 2025-12-01 (334 days later) has the rows
 * (2025-01-01, 6 600 000, 0) and (2025-12-01, 6 240 000, 2 204 400 000).
 *
 * @param from the first day that bears the rate
 * @param rate the rate in units of 10^-8 a year
 * @param indexAtFrom the index on that day: Σ of the day's rate over the days before, units × days
 */
public record IndexRow(LocalDate from, AnnualRate rate, long indexAtFrom) {}
