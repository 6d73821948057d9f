/** Money that was paid too much on a loan: what becomes of it, asked for and approved by two persons. */
@NamedInterface("credit")
@NullMarked
package org.dongvon.loan.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
