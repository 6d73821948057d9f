/**
 * Interest as a line over a rate index: owed at t = K + B × index(t), exact until money is posted.
 *
 * <p>Start with {@link org.dongvon.engine.interest.RateSeries} (the index), then {@link
 * org.dongvon.engine.interest.InterestLine} (one part of a loan) and {@link
 * org.dongvon.engine.interest.LoanInterest} (a whole loan, in đồng). Worked numbers: {@code docs/domain/interest.md}.
 */
@NullMarked
package org.dongvon.engine.interest;

import org.jspecify.annotations.NullMarked;
