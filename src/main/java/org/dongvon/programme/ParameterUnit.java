package org.dongvon.programme;

/** How a parameter's value is read. */
public enum ParameterUnit {
    /** One of the names that the rule knows. */
    CODE,
    /** Names in order, between semicolons. */
    LIST,
    /** Some of the names that the rule knows, between semicolons, in any order. */
    SET,
    DONG,
    DAYS,
    WORKING_DAYS,
    MINUTES,
    HOURS,
    MONTHS,
    YEARS,
    PERSONS,
    TIMES,
    FACTOR,
    /** Like 2/3, of the members. */
    FRACTION,
    /** Likewise, of those present. */
    FRACTION_PRESENT,
    PERCENT,
    PERCENT_A_YEAR,
    PERCENT_A_MONTH,
    /** Bounds and values, like {@code 2:100;3:80}. */
    STEPS
}
