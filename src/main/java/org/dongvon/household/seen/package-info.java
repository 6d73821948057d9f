/** Logs what pages show of people. Start with {@link SeenOnPages}. */
@NullMarked
package org.dongvon.household.seen;

import org.jspecify.annotations.NullMarked;
