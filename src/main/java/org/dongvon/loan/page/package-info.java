/** The pages of one loan: what it is, what it owes and why, what happened. Start with {@link LoanController}. */
@NullMarked
package org.dongvon.loan.page;

import org.jspecify.annotations.NullMarked;
