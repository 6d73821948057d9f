/**
 * Citizens' cards: the old number of 9 digits is flagged, and a card is due for renewal when its holder reaches an age.
 * Start with {@link CardRule}.
 */
@NullMarked
package org.dongvon.household.cards;

import org.jspecify.annotations.NullMarked;
