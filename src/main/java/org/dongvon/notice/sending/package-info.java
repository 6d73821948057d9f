/** Sends what waits, by the provider that the operator has set up; never twice. Start with {@code SendMessages}. */
@NamedInterface("sending")
@NullMarked
package org.dongvon.notice.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
