/** New dated rows of rules and rates, made by two persons. */
@NullMarked
package org.dongvon.programme.change;

import org.jspecify.annotations.NullMarked;
