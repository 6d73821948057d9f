/**
 * The close of a transaction office's day: runs the {@code DailyStep}s that other modules offer, in order, each in a
 * transaction of its own, and then opens the next day. Knows nothing of what the steps do. Start with {@code CloseDay}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "organisation"})
@NullMarked
package org.dongvon.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
