@NullMarked
package org.dongvon.fee.rule;

import org.jspecify.annotations.NullMarked;
