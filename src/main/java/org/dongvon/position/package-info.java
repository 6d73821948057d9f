/**
 * Totals of loans by point, programme, rate series, part, capital contract and association, with their history: what
 * every report and page adds up. Written by the close of the day for what moved that day; holds no rule of lending. Read
 * {@code Positions} for the answers and {@code PositionStep} for how they come about.
 */
@ApplicationModule(allowedDependencies = {"shared", "engine", "organisation", "programme", "capital"})
@NullMarked
package org.dongvon.position;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
