package org.dongvon.fee.month;

import java.math.BigInteger;

/** The exact amount of a line, before it is rounded once. */
public record Fraction(BigInteger numerator, BigInteger denominator) {}
