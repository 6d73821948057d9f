/**
 * Term deposits of residents: rates by date, deposits with their terms, what happens at maturity. Rules and worked numbers:
 * docs/domain/deposits.md. Start with {@link org.dongvon.savings.term.TermDeposits}.
 */
@NamedInterface("term")
@NullMarked
package org.dongvon.savings.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
