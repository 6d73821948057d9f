/** The accountant's view: journals of a day with its trial balance, and one journal with all that stands behind it. */
@NullMarked
package org.dongvon.ledger.page;

import org.jspecify.annotations.NullMarked;
