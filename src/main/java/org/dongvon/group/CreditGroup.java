package org.dongvon.group;

import org.jspecify.annotations.Nullable;

/**
 * Savings-and-credit group (Tổ tiết kiệm và vay vốn).
 *
 * @param association the association that leads it: HND, HPN, CCB or DTN
 * @param head the group head's name, when one is in office
 */
public record CreditGroup(
        long id,
        long pointId,
        String code,
        String name,
        String hamlet,
        String association,
        @Nullable String head) {}
