/**
 * The demonstration: two transaction offices of invented people, planned from one seed and lived through the same use
 * cases as a user's. {@code plan} decides everything ahead and touches nothing; start with {@link
 * org.dongvon.simulation.Demonstration}, which carries a plan out.
 */
@ApplicationModule
@NullMarked
package org.dongvon.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
