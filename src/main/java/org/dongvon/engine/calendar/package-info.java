@NullMarked
package org.dongvon.engine.calendar;

import org.jspecify.annotations.NullMarked;
