/**
 * The trial balance of an office, a province or the country over any days of its books: docs/domain/accounting.md. Start with
 * {@link org.dongvon.report.balance.TrialBalanceReport}.
 */
@NullMarked
package org.dongvon.report.balance;

import org.jspecify.annotations.NullMarked;
