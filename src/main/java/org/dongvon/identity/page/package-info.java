/** The frame around every page of a signed-in person, and the home page. */
@NullMarked
package org.dongvon.identity.page;

import org.jspecify.annotations.NullMarked;
