@NullMarked
package org.dongvon.session.cash;

import org.jspecify.annotations.NullMarked;
