/** Savings-and-credit groups and their members. Start with {@link org.dongvon.group.CreditGroups}. */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "programme",
            "household",
            "form",
            "form :: paper"
        })
@NullMarked
package org.dongvon.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
