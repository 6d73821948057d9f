@NullMarked
package org.dongvon.engine.interest;

import org.jspecify.annotations.NullMarked;
