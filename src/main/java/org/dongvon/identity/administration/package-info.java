/** Accounts and roles as an administrator sees them: lists, and the forms that ask a second person for a change. */
@NullMarked
package org.dongvon.identity.administration;

import org.jspecify.annotations.NullMarked;
