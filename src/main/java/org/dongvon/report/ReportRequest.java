package org.dongvon.report;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.organisation.Unit;

/**
 * What a report is asked for.
 *
 * @param unit the place, with all below it
 * @param asOf the day at whose end the figures stand
 * @param base the day to compare with; none for the report's own, or for no comparison
 */
public record ReportRequest(Unit unit, LocalDate asOf, Optional<LocalDate> base) {}
