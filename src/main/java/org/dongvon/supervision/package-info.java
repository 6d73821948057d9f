/**
 * Supervision of groups and households: the monthly rating of groups. It posts no money. Start with {@code rating.RateGroups}.
 */
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "shared",
            "organisation",
            "document",
            "household",
            "group",
            "loan",
            "savings",
            "session"
        })
@NullMarked
package org.dongvon.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
