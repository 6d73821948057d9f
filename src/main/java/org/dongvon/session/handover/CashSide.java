package org.dongvon.session.handover;

import org.dongvon.session.TransactionSession;
import org.jspecify.annotations.Nullable;

/**
 * One side of a hand-over: the box of a session's teller, or the vault of the office.
 *
 * @param pointId where its vouchers stand
 * @param session null for the vault
 */
record CashSide(long officeId, long pointId, @Nullable TransactionSession session) {}
