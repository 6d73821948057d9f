package org.dongvon.programme;

import java.time.LocalDate;

/**
 * A dated value of a rule. Example: {@code GROUP_MEMBERS_MAX} is 60 persons from 5/3/2013.
 *
 * @param code which rule
 * @param validFrom its first day; the bank's first day where it always held
 * @param value as its unit says
 * @param unit how the value is read
 * @param basis its document
 */
public record Parameter(ParameterCode code, LocalDate validFrom, String value, ParameterUnit unit, LegalBasis basis) {}
