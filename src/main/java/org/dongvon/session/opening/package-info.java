@NamedInterface("opening")
@NullMarked
package org.dongvon.session.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
