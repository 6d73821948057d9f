/** The pages of programmes, rates, caps and rules. */
@NullMarked
package org.dongvon.programme.page;

import org.jspecify.annotations.NullMarked;
