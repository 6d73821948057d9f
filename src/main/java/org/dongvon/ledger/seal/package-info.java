/** The sealed book: trees over the lines of closed days, their chained and signed roots, and what proves them outside. */
@NamedInterface("seal")
@NullMarked
package org.dongvon.ledger.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
