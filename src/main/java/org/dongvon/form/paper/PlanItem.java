package org.dongvon.form.paper;

import org.dongvon.engine.money.Dong;

/** A row of the plan of use: what for, how much of it, and its cost. */
public record PlanItem(String purpose, String quantity, Dong amount) {}
