/**
 * The transaction day in the village: the session opens, group sheets and counter payments are posted, cash is counted,
 * the session closes. Start with {@code PostSheet}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "programme",
            "household",
            "form",
            "form :: paper",
            "group",
            "loan",
            "loan :: application",
            "savings",
            "savings :: term",
            "savings :: unclaimed",
            "ledger",
            "ledger :: seal"
        })
@NullMarked
package org.dongvon.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
