package org.dongvon.loan.application;

import org.dongvon.engine.money.Dong;
import org.dongvon.programme.BorrowerClass;

/**
 * What the bank approves.
 *
 * @param months until the last instalment
 * @param interval months between instalments
 * @param grace months without an instalment at the start
 * @param borrowers which rate it follows
 * @param contract whose money it is
 * @param jobs how many it makes or keeps
 */
public record ApprovedTerms(
        Dong amount, int months, int interval, int grace, BorrowerClass borrowers, String contract, int jobs) {}
