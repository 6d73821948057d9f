/** The pages of applications. Start with {@link org.dongvon.loan.application.page.ApplicationController}. */
@NullMarked
package org.dongvon.loan.application.page;

import org.jspecify.annotations.NullMarked;
