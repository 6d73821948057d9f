/**
 * Money that goes to an account (GNCK), whole or in parts, and what of a loan is given up. Cash at a session is {@code
 * session.payout}. docs/domain/disbursement.md.
 */
@NamedInterface("disbursement")
@NullMarked
package org.dongvon.loan.disbursement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
