/** The page of one's own account: how one logs in, where one is logged in, what happened. */
@NullMarked
package org.dongvon.identity.account;

import org.jspecify.annotations.NullMarked;
