/**
 * A household's page: its members, who joins and leaves it and when, and who borrows for it by agreement of its adults
 * (01/UQ). Start with {@link HouseholdController}.
 */
@NullMarked
package org.dongvon.household.members;

import org.jspecify.annotations.NullMarked;
