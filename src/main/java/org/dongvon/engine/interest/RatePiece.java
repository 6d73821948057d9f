package org.dongvon.engine.interest;

import java.time.LocalDate;

/**
 * A stretch of days with one rate, as shown to a person who checks an interest figure.
 *
 * <p>Example: 15/11/2025 to 15/12/2025 on the near-poor series is 16 days at 7.92 % and 14 days at 7.488 %.
 *
 * @param from the first day that bears interest
 * @param to the day after the last one
 * @param days the number of days, more than 0
 * @param rate the rate of each of them
 */
public record RatePiece(LocalDate from, LocalDate to, long days, AnnualRate rate) {}
