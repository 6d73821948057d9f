/** Households and the people in them, with encrypted identity numbers. Start with {@link org.dongvon.household.Households}. */
@ApplicationModule(
        allowedDependencies = {"engine", "shared", "organisation", "document", "programme", "form", "form :: paper"})
@NullMarked
package org.dongvon.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
