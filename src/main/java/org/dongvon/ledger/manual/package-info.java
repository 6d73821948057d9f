/** Vouchers that people write by hand, two of them, and what takes these back. */
@NullMarked
package org.dongvon.ledger.manual;

import org.jspecify.annotations.NullMarked;
