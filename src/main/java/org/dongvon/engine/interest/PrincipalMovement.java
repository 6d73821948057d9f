package org.dongvon.engine.interest;

import java.time.LocalDate;

/**
 * A movement of principal in one part, as it was posted.
 *
 * @param valueDate the day from which it counts
 * @param delta in đồng: more when paid out or moved in, less when repaid or moved out
 */
public record PrincipalMovement(LocalDate valueDate, long delta) {}
