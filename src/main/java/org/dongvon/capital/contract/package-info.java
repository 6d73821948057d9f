/** Signing a contract of capital and changing its terms: what is agreed, from a day on, by two persons. */
@NullMarked
package org.dongvon.capital.contract;

import org.jspecify.annotations.NullMarked;
