/** The cash that an office's sessions of a week need and bring. docs/domain/cash-plan.md. Reads only. */
@NullMarked
package org.dongvon.session.cashplan;

import org.jspecify.annotations.NullMarked;
