/**
 * Deposits of members that nobody claims: moved to an account of their own by two persons, and paid out from there. Rules:
 * docs/domain/deposits.md. Start with {@code UnclaimedChange} and {@code UnclaimedDeposits}.
 */
@NamedInterface("unclaimed")
@NullMarked
package org.dongvon.savings.unclaimed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
