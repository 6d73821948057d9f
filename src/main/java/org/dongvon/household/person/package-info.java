/**
 * A person's page: what is held about them and why, who saw it, and what they may ask for: a copy, a correction, a
 * restriction, a deletion. Start with {@link PersonController}.
 */
@NullMarked
package org.dongvon.household.person;

import org.jspecify.annotations.NullMarked;
