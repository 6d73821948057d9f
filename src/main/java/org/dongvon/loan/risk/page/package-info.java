/** The pages of debts at risk. Start with {@link org.dongvon.loan.risk.page.RiskController}. */
@NullMarked
package org.dongvon.loan.risk.page;

import org.jspecify.annotations.NullMarked;
