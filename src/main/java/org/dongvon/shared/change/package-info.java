/**
 * Two persons: a change that one person asks for is kept with what they saw and what they want, waits for another person,
 * and is executed in the transaction of the approval, if what was seen is still true. A module offers a {@link
 * org.dongvon.shared.change.ChangeKind} for each kind of change; {@link org.dongvon.shared.change.RequestChange} and
 * {@link org.dongvon.shared.change.DecideChange} are the two ways in. See {@code docs/how-to/add-a-change-request.md}.
 */
@NullMarked
package org.dongvon.shared.change;

import org.jspecify.annotations.NullMarked;
