@NullMarked
package org.dongvon.engine.allocation;

import org.jspecify.annotations.NullMarked;
