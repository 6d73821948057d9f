/** Members draw their savings in cash, when no debt of theirs is due (V18). Start with {@code WithdrawSavings}. */
@NamedInterface("withdrawal")
@NullMarked
package org.dongvon.session.withdrawal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
