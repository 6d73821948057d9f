package org.dongvon.closing;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A step that has just ended.
 *
 * @param day the day it closed; the last one when several quiet days close in one go
 * @param step its name, also the key of its title
 * @param touched how many things it touched; for quiet days, how many days
 * @param took how long it ran
 */
public record ClosedStep(LocalDate day, String step, long touched, Duration took) {}
