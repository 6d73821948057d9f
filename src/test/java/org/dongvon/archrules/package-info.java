/** The architecture rules, and for each of them classes that break it: a rule that has never failed is not a rule. */
@NullMarked
package org.dongvon.archrules;

import org.jspecify.annotations.NullMarked;
