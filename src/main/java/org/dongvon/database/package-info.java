/**
 * The PostgreSQL server that the product carries with it: unpacking, starting, adopting, stopping, the roles and the
 * migrations. Start with {@code EmbeddedPostgres}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.dongvon.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
