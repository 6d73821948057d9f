@NamedInterface("payment")
@NullMarked
package org.dongvon.fee.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
