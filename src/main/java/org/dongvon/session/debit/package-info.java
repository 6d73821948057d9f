/** What is due of loans is taken from the deposits of members who consented in writing. Start with {@code DebitSavings}. */
@NamedInterface("debit")
@NullMarked
package org.dongvon.session.debit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
