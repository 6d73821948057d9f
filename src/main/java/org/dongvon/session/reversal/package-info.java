@NullMarked
package org.dongvon.session.reversal;

import org.jspecify.annotations.NullMarked;
