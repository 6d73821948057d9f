/** Residents' term deposits at the session: opened, paid out, and the savings book on paper. Start with {@code TermCounter}. */
@NamedInterface("term")
@NullMarked
package org.dongvon.session.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
