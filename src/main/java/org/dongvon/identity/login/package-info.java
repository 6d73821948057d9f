/** Logging in and out: the page, the check of a password, the lock after wrong ones. */
@NullMarked
package org.dongvon.identity.login;

import org.jspecify.annotations.NullMarked;
