/**
 * The reconciliation of balances with the members of a group (danh sách đối chiếu dư nợ, tiền gửi, 15/TD): what the books say as
 * of a day, what each member says, and what follows where the two differ. docs/domain/reconciliation.md.
 */
@NullMarked
package org.dongvon.supervision.reconciliation;

import org.jspecify.annotations.NullMarked;
