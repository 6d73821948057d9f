/** Transfers that come to the office: taken from the bank's list once, kept by name, used for loans by two persons. */
@NamedInterface("incoming")
@NullMarked
package org.dongvon.loan.incoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
