/**
 * What stands on each form, as {@code domain.md} §3.3–3.5 lists it: one record a form, filled by the module that owns the facts.
 * A text that is not known is empty and is printed as a dotted line to be written on.
 */
@NamedInterface("paper")
@NullMarked
package org.dongvon.form.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
