@NullMarked
package org.dongvon.engine.schedule;

import org.jspecify.annotations.NullMarked;
