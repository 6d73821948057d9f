/** The statement of a contract of capital on any day, and the loans that its money became. */
@NamedInterface("contract")
@NullMarked
package org.dongvon.report.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
