@NullMarked
package org.dongvon.session.voucher;

import org.jspecify.annotations.NullMarked;
