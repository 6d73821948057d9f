@NamedInterface("reversal")
@NullMarked
package org.dongvon.session.reversal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
