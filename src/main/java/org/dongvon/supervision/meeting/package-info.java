/**
 * The coordination meeting after a session (họp giao ban): who was there, what the books say, what was said.
 * docs/domain/after-the-session.md. Start with {@link org.dongvon.supervision.meeting.SignMinutes}.
 */
@NullMarked
package org.dongvon.supervision.meeting;

import org.jspecify.annotations.NullMarked;
