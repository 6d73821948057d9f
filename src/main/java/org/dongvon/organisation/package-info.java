/**
 * Places and houses: the dated tree of country, provinces, transaction offices, transaction points, communes and
 * hamlets; the associations; each office's business day; the calendar of sessions. Start with {@link
 * org.dongvon.organisation.Units} and {@link org.dongvon.organisation.BusinessDays}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "document"})
@NullMarked
package org.dongvon.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
