/** Which passwords are taken, and how people change theirs. */
@NullMarked
package org.dongvon.identity.password;

import org.jspecify.annotations.NullMarked;
