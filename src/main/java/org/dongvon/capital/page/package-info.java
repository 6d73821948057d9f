/** The pages of capital contracts and of what offices may lend of them. */
@NamedInterface("page")
@NullMarked
package org.dongvon.capital.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
