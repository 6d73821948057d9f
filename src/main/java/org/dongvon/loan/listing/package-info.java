/** The list of loans, with filters, totals and the search of the top bar. Start with {@link LoanListController}. */
@NullMarked
package org.dongvon.loan.listing;

import org.jspecify.annotations.NullMarked;
