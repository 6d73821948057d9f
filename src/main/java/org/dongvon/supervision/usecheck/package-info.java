/**
 * The check of each new loan's use within 30 days of its payment (phiếu kiểm tra sử dụng vốn vay, 06/TD), entered by the
 * association for several loans of a group at once; the recall where it was used wrongly.
 */
@NullMarked
package org.dongvon.supervision.usecheck;

import org.jspecify.annotations.NullMarked;
