/** Money paid too much on a loan, paid back in cash at the session. Start with {@code RefundCredit}. */
@NullMarked
package org.dongvon.session.refund;

import org.jspecify.annotations.NullMarked;
