/** Money of a contract that comes in, is returned, or goes to another contract, by two persons. */
@NullMarked
package org.dongvon.capital.money;

import org.jspecify.annotations.NullMarked;
