/** What happened around logging in, for ever: written by the other parts, read by administrators. */
@NullMarked
package org.dongvon.identity.event;

import org.jspecify.annotations.NullMarked;
