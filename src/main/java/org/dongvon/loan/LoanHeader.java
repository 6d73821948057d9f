package org.dongvon.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of a loan does not change with its balance.
 *
 * @param code the contract's number, as people name the loan
 * @param groupId the group that carries it; none for a direct loan
 * @param funding programme and money
 * @param interestDueFrom interest is not asked for before this day (students); none before disbursement
 */
public record LoanHeader(
        long id,
        String code,
        long pointId,
        @Nullable Long groupId,
        @Nullable Long memberId,
        Funding funding,
        Stage stage,
        @Nullable LocalDate interestDueFrom) {

    /** Under which programme, and with whose money. */
    public record Funding(int programmeId, long contractId, long allotmentId) {}

    /** Whether interest may be asked for on a day. */
    public boolean asksInterestOn(LocalDate day) {
        return interestDueFrom != null && !day.isBefore(interestDueFrom);
    }
}
