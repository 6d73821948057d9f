@NullMarked
package org.dongvon.session.counter;

import org.jspecify.annotations.NullMarked;
