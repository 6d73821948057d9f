/** Field devices, the day package that they take along, and the page that works without a network. */
@NamedInterface("field")
@NullMarked
package org.dongvon.session.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
