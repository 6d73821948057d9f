/**
 * The life of a loan: approved, disbursed, repaid, overdue, closed. A loan's balance is a few lines, one a rate series
 * and state: interest owed on day t is constant + principal × index(t). Start with {@link org.dongvon.loan.LoanBalance} and {@link
 * org.dongvon.loan.Repayments}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "form",
            "form :: paper",
            "household",
            "group",
            "capital",
            "capital :: plan",
            "ledger"
        })
@NullMarked
package org.dongvon.loan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
