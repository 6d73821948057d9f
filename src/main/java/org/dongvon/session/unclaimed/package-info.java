/** Unclaimed deposits paid out at a session to the owner or an heir. Start with {@code PayUnclaimed}. */
@NamedInterface("unclaimed")
@NullMarked
package org.dongvon.session.unclaimed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
