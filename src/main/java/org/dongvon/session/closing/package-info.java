@NamedInterface("closing")
@NullMarked
package org.dongvon.session.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
