package org.dongvon.simulation.plan;

import java.time.LocalDate;

/** An invented person. */
public record PersonPlan(String name, LocalDate bornOn, boolean woman, String identity) {}
