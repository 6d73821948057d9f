/**
 * Debts at risk (nợ bị rủi ro): from the borrower's request (01/XLN) over the commune and the round's list to the decision
 * that freezes a loan or writes it off; docs/domain/risk.md. Start with {@link org.dongvon.loan.risk.Transition}.
 */
@NamedInterface("risk")
@NullMarked
package org.dongvon.loan.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
