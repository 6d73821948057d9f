/**
 * The score of a transaction session, explained by the records it counts. docs/domain/after-the-session.md. Start with {@code
 * ScoreSessions}.
 */
@NullMarked
package org.dongvon.supervision.score;

import org.jspecify.annotations.NullMarked;
