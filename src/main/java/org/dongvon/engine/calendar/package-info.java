/**
 * The session day of a transaction point, and how a contract date becomes a due date on it. Moved and cancelled sessions
 * are the point's own calendar and live with the organisation. Start with {@link
 * org.dongvon.engine.calendar.SessionDay}.
 */
@NullMarked
package org.dongvon.engine.calendar;

import org.jspecify.annotations.NullMarked;
