@NamedInterface("month")
@NullMarked
package org.dongvon.fee.month;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
