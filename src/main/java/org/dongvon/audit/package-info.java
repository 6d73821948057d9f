/**
 * What the auditor of the logs and the data-protection officer look through: who submitted what, who saw whose personal
 * data and why. It only reads; the logs are written by {@code shared} and {@code household}. Start with
 * {@link org.dongvon.audit.AuditController}.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "organisation", "household"})
@NullMarked
package org.dongvon.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
