/** An engine that leans on something. */
@NullMarked
package org.dongvon.archrules.engine;

import org.jspecify.annotations.NullMarked;
