@NullMarked
package org.dongvon.engine.money;

import org.jspecify.annotations.NullMarked;
