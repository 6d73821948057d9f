@NamedInterface("sheet")
@NullMarked
package org.dongvon.session.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
