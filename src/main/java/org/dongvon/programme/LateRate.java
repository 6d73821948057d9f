package org.dongvon.programme;

import org.dongvon.engine.interest.RateSeries;

/**
 * A retroactive row, and what it did to its series.
 *
 * @param seriesId the series
 * @param row the row with its law and the day it was entered
 * @param before the series up to, and without, the row
 * @param after the series up to the row
 */
public record LateRate(int seriesId, DatedRate row, RateSeries before, RateSeries after) {}
