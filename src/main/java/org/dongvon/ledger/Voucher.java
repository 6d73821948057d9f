package org.dongvon.ledger;

/**
 * A journal as written.
 *
 * @param journalId its identifier
 * @param number serial within the transaction point and calendar year, without a gap
 */
public record Voucher(long journalId, int number) {}
