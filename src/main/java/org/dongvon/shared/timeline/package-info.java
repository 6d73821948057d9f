/**
 * The history of a record: who did what to it, when, by which voucher. It is composed from what the rows of the modules
 * name already; nothing is written for it. Start with {@link org.dongvon.shared.timeline.TimelineSource}.
 */
@NullMarked
package org.dongvon.shared.timeline;

import org.jspecify.annotations.NullMarked;
