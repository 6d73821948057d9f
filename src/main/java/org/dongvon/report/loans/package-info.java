/** The list of a unit's loans at the end of a day. Start with {@link LoanListing}. */
@NullMarked
package org.dongvon.report.loans;

import org.jspecify.annotations.NullMarked;
