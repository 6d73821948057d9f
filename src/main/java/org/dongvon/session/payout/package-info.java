@NamedInterface("payout")
@NullMarked
package org.dongvon.session.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
