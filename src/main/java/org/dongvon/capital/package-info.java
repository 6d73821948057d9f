/**
 * Where the money comes from: contracts with their owners and decisions, and the allotments that offices lend out of.
 * Start with {@link org.dongvon.capital.Allotments}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "ledger",
            "ledger :: seal",
            "form"
        })
@NullMarked
package org.dongvon.capital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
