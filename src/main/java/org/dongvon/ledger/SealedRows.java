package org.dongvon.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Rows of a module that stand in the sealed book, offered as a bean by the module that keeps them. Each row enters the
 * leaf of its line as one text with every column that must never change: {@code docs/domain/seals.md}.
 *
 * <p>The statements answer, in any order:
 *
 * <ul>
 *   <li>{@code text}: type and fields, one space apart, {@code -} for a missing value; no personal data;
 *   <li>{@code secret}: a free text that belongs to it, which enters as a keyed hash at the end; null for none.
 * </ul>
 *
 * <p>Example: a deposit of 50 000 đ is {@code deposit 140737488355330 140737488355377 2024-05-18 50000 - 9f2d…}.
 */
public interface SealedRows {

    /**
     * The rows of {@code :journals}: {@code journal_id}, {@code line_no} (0: the voucher's head), {@code line_id}, text,
     * secret.
     */
    String ofVouchers();

    /**
     * The rows of what is no voucher on the days {@code :from} to {@code :to} of {@code :office}: {@code name}, {@code day},
     * text, secret; a leaf a name.
     */
    default Optional<String> ofRecords() {
        return Optional.empty();
    }

    /** Makes what the rows refer to, before they are sealed for the first time. */
    default void prepare(long officeId, LocalDate from, LocalDate to) {}
}
