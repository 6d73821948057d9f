package org.dongvon.loan;

import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;

/** One part of a loan: principal in one state under one rate series, as a line of interest over time. */
public record PartBalance(int seriesId, Part part, InterestLine line) {}
