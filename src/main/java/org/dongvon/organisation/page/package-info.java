/** The pages of units and points in scope, and the forms that ask for a change of one. */
@NullMarked
package org.dongvon.organisation.page;

import org.jspecify.annotations.NullMarked;
