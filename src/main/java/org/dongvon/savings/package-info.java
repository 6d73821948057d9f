/** Deposits of group members: one member, one demand account. Start with {@link org.dongvon.savings.Deposits}. */
@ApplicationModule(allowedDependencies = {"engine", "shared", "organisation", "household", "group", "ledger"})
@NullMarked
package org.dongvon.savings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
