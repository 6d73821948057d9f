/** Finds households by words of names and places. Start with {@link HouseholdSearch}. */
@NullMarked
package org.dongvon.household.search;

import org.jspecify.annotations.NullMarked;
