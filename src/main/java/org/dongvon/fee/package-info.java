/**
 * What the associations and groups earn for looking after loans: the entrustment fee and the commission of a month, computed
 * from what was collected, explained line by line, approved, paid, taken back. docs/domain/fee-and-commission.md. And what the
 * owners of capital get of the interest: docs/domain/interest-distribution.md. Start with
 * {@link org.dongvon.fee.month.ComputeMonth} and {@link org.dongvon.fee.payment.PayDues}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "form",
            "capital",
            "household",
            "group",
            "loan",
            "savings",
            "session",
            "supervision",
            "ledger"
        })
@NullMarked
package org.dongvon.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
