@NullMarked
package org.dongvon;

import org.jspecify.annotations.NullMarked;
