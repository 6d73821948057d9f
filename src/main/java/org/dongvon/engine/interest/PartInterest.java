package org.dongvon.engine.interest;

import java.math.BigInteger;

/**
 * The interest owed on one part of a loan, exact. A loan may give several of the same part, one for each rate series
 * it has been under.
 *
 * @param part the state of the principal that bore it
 * @param numerator in đồng × 365 × 10^8, as {@link InterestLine#numeratorAt} gives it; below zero when overpaid
 */
public record PartInterest(Part part, BigInteger numerator) {}
