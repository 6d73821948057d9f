/** Months that are locked and years that are carried over, by two persons: docs/domain/accounting.md. */
@NullMarked
package org.dongvon.ledger.period;

import org.jspecify.annotations.NullMarked;
