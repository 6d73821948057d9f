/** The chart of accounts by day, and its changes by two persons. */
@NullMarked
package org.dongvon.ledger.chart;

import org.jspecify.annotations.NullMarked;
