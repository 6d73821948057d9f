/**
 * What the bank claims from the State's budget: interest subsidy and management fee, claimed, accepted, received.
 * docs/domain/state-claims.md. Start with {@code ClaimBook}.
 */
@NullMarked
package org.dongvon.capital.claim;

import org.jspecify.annotations.NullMarked;
