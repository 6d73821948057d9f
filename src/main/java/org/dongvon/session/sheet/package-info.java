@NullMarked
package org.dongvon.session.sheet;

import org.jspecify.annotations.NullMarked;
