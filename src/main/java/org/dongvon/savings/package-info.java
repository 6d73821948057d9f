/**
 * Deposits of group members, one demand account each, which bears interest; term deposits of residents. Rules and worked numbers:
 * docs/domain/deposits.md. Start with {@link org.dongvon.savings.Deposits} and {@link org.dongvon.savings.term.TermDeposits}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "household",
            "group",
            "ledger"
        })
@NullMarked
package org.dongvon.savings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
