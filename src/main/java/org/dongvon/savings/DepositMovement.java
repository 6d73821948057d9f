package org.dongvon.savings;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * What one posted line does to a deposit.
 *
 * @param lineId made by the client: the unit of exactly once
 * @param amount deposited; negative when withdrawn or taken back
 * @param reverses the line it takes back, if any
 */
public record DepositMovement(
        UUID lineId,
        int lineNo,
        DepositAccount account,
        Dong amount,
        @Nullable UUID reverses) {}
