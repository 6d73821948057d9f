/** Which role may open which page, and how every page is protected. */
@NullMarked
package org.dongvon.identity.access;

import org.jspecify.annotations.NullMarked;
