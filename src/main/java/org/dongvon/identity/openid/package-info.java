/** Logging in with an outside OpenID Connect provider, such as VNeID, where one is set up; off otherwise. */
@NullMarked
package org.dongvon.identity.openid;

import org.jspecify.annotations.NullMarked;
