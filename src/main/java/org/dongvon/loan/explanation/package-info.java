/** How an interest figure came about: pure arithmetic over posted movements. Start with {@link InterestExplanation}. */
@NullMarked
package org.dongvon.loan.explanation;

import org.jspecify.annotations.NullMarked;
