/**
 * The books: chart of accounts and the append-only journal of double entries. Nothing is ever updated or deleted; a
 * correction is a reversal. Start with {@link org.dongvon.ledger.Ledger}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "organisation"})
@NullMarked
package org.dongvon.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
