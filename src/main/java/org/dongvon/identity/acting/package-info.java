/** Choosing, among the roles that one holds, the one that acts. */
@NullMarked
package org.dongvon.identity.acting;

import org.jspecify.annotations.NullMarked;
