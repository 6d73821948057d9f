/** Interest credited to members' deposits, a month of an office at a time. Start with {@code InterestChange}. */
@NullMarked
package org.dongvon.savings.interest;

import org.jspecify.annotations.NullMarked;
