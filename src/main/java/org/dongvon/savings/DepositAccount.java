package org.dongvon.savings;

import org.dongvon.engine.money.Dong;

/** Demand deposit of one group member (tài khoản 105). */
public record DepositAccount(long id, long pointId, long memberId, long groupId, Dong balance) {}
