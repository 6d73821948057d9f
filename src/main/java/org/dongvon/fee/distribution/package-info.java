/** The interest that a contract of capital earned in a month, and who it goes to. Start with {@link org.dongvon.fee.distribution.ComputeDistribution}. */
@NullMarked
package org.dongvon.fee.distribution;

import org.jspecify.annotations.NullMarked;
