@NullMarked
package org.dongvon.session.opening;

import org.jspecify.annotations.NullMarked;
