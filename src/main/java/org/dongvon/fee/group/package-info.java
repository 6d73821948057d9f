@NullMarked
package org.dongvon.fee.group;

import org.jspecify.annotations.NullMarked;
