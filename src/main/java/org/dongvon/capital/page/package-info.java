/** The pages of capital contracts and of what offices may lend of them. */
@NullMarked
package org.dongvon.capital.page;

import org.jspecify.annotations.NullMarked;
