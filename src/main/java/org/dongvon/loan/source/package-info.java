/** Loans that pass from the money of one contract to that of another, by decision of two persons. */
@NullMarked
package org.dongvon.loan.source;

import org.jspecify.annotations.NullMarked;
