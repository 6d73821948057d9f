package org.dongvon.loan;

import org.dongvon.engine.money.Dong;

/** A borrower's payment as it was taken: so much interest, so much principal of one loan. */
public record RepaymentLine(LoanMovement.Line line, long loanId, Dong interest, Dong principal) {}
