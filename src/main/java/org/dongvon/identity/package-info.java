/**
 * Who logs in, with which role and scope, and which pages that opens. People of the field are not here: they are in
 * {@code household}. Start with {@link org.dongvon.identity.Accounts}; {@code access.PageAccess} is the table of pages
 * and roles.
 */
@ApplicationModule(allowedDependencies = {"engine", "shared", "organisation"})
@NullMarked
package org.dongvon.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
