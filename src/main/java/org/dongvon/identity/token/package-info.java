/** Keys that programs use in a person's name: made and revoked by their owner, shown once, with an end. */
@NullMarked
package org.dongvon.identity.token;

import org.jspecify.annotations.NullMarked;
